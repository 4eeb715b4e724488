/** A part of the earth, in degrees; it never reaches over the date line. */
export interface MapBox {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

/** What several records have in common: the same option, or none at all. */
export interface Alike {
  readonly value: string | null
}

/** Records of one square, and the box in which they lie. */
export interface Counted extends MapBox {
  readonly count: number
  /** Null where their options differ, or were not asked for. */
  readonly alike: Alike | null
}

/** Records that lie so near to each other that they are drawn as one. */
export interface CountedCell extends Counted {
  /** Where they are drawn: in the middle of where most of them lie. */
  readonly latitude: number
  readonly longitude: number
}

/** Pixels around the equator at zoom 0, as every map of the web has them. */
const worldPixels = 256
/** Beyond it the projection of the web has no map. */
const lastLatitude = 85.0511
/** About so many are drawn at most. */
const mostDrawn = 400
/** Of more records than this only those far apart are drawn one by one. */
const few = 200
const apartOfMany = 56

interface Point {
  readonly x: number
  readonly y: number
}

/** Where a place lies on the flat map, in pixels. */
function projected(latitude: number, longitude: number, zoom: number): Point {
  const size = worldPixels * 2 ** zoom
  const north = Math.max(-lastLatitude, Math.min(lastLatitude, latitude))
  const sine = Math.sin((north * Math.PI) / 180)
  return {
    x: ((longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  }
}

/** Pixels between what is drawn: so that fingers tell one from another, and no more is drawn than one can look at. */
function spacing(box: MapBox, zoom: number, apart: number): number {
  const [corner, other] = [projected(box.north, box.west, zoom), projected(box.south, box.east, zoom)]
  return Math.max(apart, Math.sqrt((Math.abs(other.x - corner.x) * Math.abs(other.y - corner.y)) / mostDrawn))
}

/** Width and height, in degrees, of the squares in which records are counted first. */
export const cellDegrees = (box: MapBox, zoom: number, apart: number): number =>
  (spacing(box, zoom, apart) / 2) * (360 / (worldPixels * 2 ** zoom))

const around = (one: MapBox, other: MapBox): MapBox => ({
  south: Math.min(one.south, other.south),
  west: Math.min(one.west, other.west),
  north: Math.max(one.north, other.north),
  east: Math.max(one.east, other.east),
})

const alikeOf = (one: Alike | null, other: Alike | null): Alike | null =>
  one !== null && other !== null && one.value === other.value ? one : null

const middle = ({ south, north, west, east }: MapBox) => ({
  latitude: (south + north) / 2,
  longitude: (west + east) / 2,
})

/** Counted squares as they are drawn: the fuller one takes in its neighbours that would cover it. None is lost. */
export function mergeCells(
  squares: readonly Counted[],
  { box, zoom, apart }: { readonly box: MapBox; readonly zoom: number; readonly apart: number },
): CountedCell[] {
  const total = squares.reduce((sum, { count }) => sum + count, 0)
  const distance = total > few ? spacing(box, zoom, Math.max(apart, apartOfMany)) : apart
  const inOrder = squares.toSorted(
    (one, other) => other.count - one.count || one.west - other.west || one.south - other.south,
  )
  const merged: { cell: CountedCell; readonly at: Point }[] = []
  for (const square of inOrder) {
    const cell = { ...square, ...middle(square) }
    const at = projected(cell.latitude, cell.longitude, zoom)
    const near = merged.find((drawn) => Math.hypot(drawn.at.x - at.x, drawn.at.y - at.y) < distance)
    if (near === undefined) merged.push({ cell, at })
    else {
      const { count, alike } = near.cell
      const both = { count: count + cell.count, alike: alikeOf(alike, cell.alike) }
      near.cell = { ...near.cell, ...around(near.cell, cell), ...both }
    }
  }
  return merged.map(({ cell }) => cell)
}
