import type { MultiPolygon, Position } from 'geojson'

type Ring = readonly Position[]

/** Coasts run over the date line without a break; here each goes on beyond it, as on a strip of paper. */
function unrolled(ring: Ring): Position[] {
  const places: Position[] = []
  let turns = 0
  let before: number | undefined
  for (const [longitude = 0, latitude = 0] of ring) {
    if (before !== undefined && longitude - before > 180) turns -= 1
    if (before !== undefined && longitude - before < -180) turns += 1
    before = longitude
    places.push([longitude + turns * 360, latitude])
  }
  return places
}

/** What goes once around the earth lies around a pole, and is closed there. */
function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (first === undefined || last === undefined) return ring
  const [[from = 0, latitude = 0], [until = 0]] = [first, last]
  if (Math.abs(until - from) < 180) return ring
  const pole = latitude < 0 ? -90 : 90
  return [...ring, [until, pole], [from, pole], first]
}

const moved = (ring: Ring, by: number): Position[] =>
  ring.map(([longitude = 0, latitude = 0]) => [longitude + by, latitude])

const isOnMap = (ring: Ring): boolean => {
  const longitudes = ring.map(([longitude = 0]) => longitude)
  return Math.min(...longitudes) < 180 && Math.max(...longitudes) > -180
}

/**
 * Land of a globe as a flat map draws it: what reaches over the date line is drawn at both edges. Lakes are rings like
 * coasts; drawn together, what lies within two rings is no land.
 */
export function flatLand(rings: readonly Ring[]): MultiPolygon {
  const all = rings.flatMap((ring) => {
    const whole = closed(unrolled(ring))
    return [-720, -360, 0, 360, 720].map((by) => moved(whole, by)).filter(isOnMap)
  })
  return { type: 'MultiPolygon', coordinates: all.map((ring) => [ring]) }
}
