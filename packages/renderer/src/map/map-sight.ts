import type { MapBox } from '@pipewright/contract'

/** What of the earth is looked at. */
export interface MapSight {
  readonly box: MapBox
  readonly zoom: number
  /** What lies less far apart than so many pixels is drawn as one. */
  readonly apart: number
}

export interface MapPosition {
  readonly latitude: number
  readonly longitude: number
  readonly zoom: number
}

export const world: MapBox = { south: -90, west: -180, north: 90, east: 180 }
export const mostZoom = 19
/** Where a map shows the edge of the projection, it shows what lies beyond it too. */
const edge = 85
const digits = 5

const rounded = (degrees: number): number => Number(degrees.toFixed(digits))

/** A box whose edges say so much as can be seen, so that the same place is asked for in the same words. */
export function boxOf({ south, west, north, east }: MapBox): MapBox {
  return {
    south: south <= -edge ? -90 : rounded(south),
    west: Math.max(-180, rounded(west)),
    north: north >= edge ? 90 : rounded(north),
    east: Math.min(180, rounded(east)),
  }
}

/** A position as it stands in an address: "31.23000,121.47300,8". */
export const writePosition = ({ latitude, longitude, zoom }: MapPosition): string =>
  `${latitude.toFixed(digits)},${longitude.toFixed(digits)},${zoom}`

/** What an address says; undefined when that is no place on the earth. */
export function readPosition(text: string | null): MapPosition | undefined {
  const parts = text?.split(',').map((part) => (part === '' ? Number.NaN : Number(part))) ?? []
  const [latitude = Number.NaN, longitude = Number.NaN, zoom = Number.NaN] = parts
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  const isZoom = Number.isInteger(zoom) && zoom >= 0 && zoom <= mostZoom
  return parts.length === 3 && isPlace && isZoom ? { latitude, longitude, zoom } : undefined
}

/** The smallest box around others; undefined around none. */
export const boxAround = (boxes: readonly MapBox[]): MapBox | undefined =>
  boxes.length === 0
    ? undefined
    : {
        south: Math.min(...boxes.map(({ south }) => south)),
        west: Math.min(...boxes.map(({ west }) => west)),
        north: Math.max(...boxes.map(({ north }) => north)),
        east: Math.max(...boxes.map(({ east }) => east)),
      }

/** The records of a part of the earth. */
export const boxFilter = (field: string, { south, west, north, east }: MapBox) => ({
  and: [
    { between: [{ var: `${field}.latitude` }, south, north] },
    { between: [{ var: `${field}.longitude` }, west, east] },
  ],
})

export const isWithin = (box: MapBox, { latitude, longitude }: Omit<MapPosition, 'zoom'>): boolean =>
  latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east
