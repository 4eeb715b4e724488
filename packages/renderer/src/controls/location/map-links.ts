import type { LocationField } from '@pipewright/schemas'

interface Point {
  readonly latitude: string
  readonly longitude: string
}
type MapLink = (point: Point, name: string) => string | null
type Maps = Readonly<Record<NonNullable<LocationField['map']>, MapLink>>

const shown: Maps = {
  openStreetMap: ({ latitude, longitude }) =>
    `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`,
  amap: ({ latitude, longitude }, name) =>
    `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${encodeURIComponent(name)}&coordinate=wgs84`,
  none: () => null,
}

const ways: Maps = {
  openStreetMap: ({ latitude, longitude }) =>
    `https://www.openstreetmap.org/directions?to=${latitude}%2C${longitude}`,
  amap: ({ latitude, longitude }, name) =>
    `https://uri.amap.com/navigation?to=${longitude},${latitude},${encodeURIComponent(name)}&coordinate=wgs84&callnative=1`,
  none: () => null,
}

const linkIn =
  (maps: Maps) =>
  ({ map = 'openStreetMap' }: LocationField, point: Point, name: string): string | null =>
    point.latitude === '' || point.longitude === '' ? null : maps[map](point, name)

/** The place on the map of the field; null where the field wants none. */
export const mapOf = linkIn(shown)

/** The way to the place. */
export const directionsTo = linkIn(ways)
