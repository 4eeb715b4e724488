import { CRS, latLng, Projection, type LatLng, type Point } from 'leaflet'
import { fromMap, toMap, type Datum } from './datum.ts'

const flat = Projection.SphericalMercator

/** Places are WGS-84 everywhere; where a map has them moved, they are moved as they are drawn. */
export function crsOf(datum: Datum): CRS {
  if (datum === 'wgs84') return CRS.EPSG3857
  const projection: Projection = {
    bounds: flat.bounds,
    project(place: LatLng): Point {
      const { latitude, longitude } = toMap(datum, { latitude: place.lat, longitude: place.lng })
      return flat.project(latLng(latitude, longitude))
    },
    unproject(point: Point): LatLng {
      const { lat, lng } = flat.unproject(point)
      const { latitude, longitude } = fromMap(datum, { latitude: lat, longitude: lng })
      return latLng(latitude, longitude)
    },
  }
  return Object.assign(Object.create(CRS.EPSG3857) as CRS, { projection })
}
