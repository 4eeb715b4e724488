/** How coordinates lie on a map: as they are, or moved as maps published in mainland China are. */
export type Datum = 'wgs84' | 'gcj02'

export interface Place {
  readonly latitude: number
  readonly longitude: number
}

// The ellipsoid of Krasovsky 1940, by which the moved coordinates are defined.
const axis = 6_378_245
const eccentricity = 0.006_693_421_622_965_943

const wave = (x: number, period: number) => Math.sin((x / period) * Math.PI)

const common = (x: number, y: number) => (20 * wave(6 * x, 1) + 20 * wave(2 * x, 1)) * (2 / 3) + 0.1 * x * y

function metresNorth(x: number, y: number): number {
  const own = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.2 * Math.sqrt(Math.abs(x))
  const waves = 20 * wave(y, 1) + 40 * wave(y, 3) + 160 * wave(y, 12) + 320 * wave(y, 30)
  return own + common(x, y) + waves * (2 / 3)
}

function metresEast(x: number, y: number): number {
  const own = 300 + x + 2 * y + 0.1 * x * x + 0.1 * Math.sqrt(Math.abs(x))
  const waves = 20 * wave(x, 1) + 40 * wave(x, 3) + 150 * wave(x, 12) + 300 * wave(x, 30)
  return own + common(x, y) + waves * (2 / 3)
}

/** Outside this box nothing is moved. */
const isMoved = ({ latitude, longitude }: Place): boolean =>
  longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271

/** Where a place lies on a map of that datum. */
export function toMap(datum: Datum, place: Place): Place {
  if (datum === 'wgs84' || !isMoved(place)) return place
  const { latitude, longitude } = place
  const [x, y] = [longitude - 105, latitude - 35]
  const angle = (latitude / 180) * Math.PI
  const magic = 1 - eccentricity * Math.sin(angle) ** 2
  const north = (metresNorth(x, y) * 180) / (((axis * (1 - eccentricity)) / magic ** 1.5) * Math.PI)
  const east = (metresEast(x, y) * 180) / ((axis / Math.sqrt(magic)) * Math.cos(angle) * Math.PI)
  return { latitude: latitude + north, longitude: longitude + east }
}

const rounds = 4

/** Which place lies there on a map of that datum: found step by step, within a few centimetres. */
export function fromMap(datum: Datum, on: Place): Place {
  let place = on
  for (let round = 0; round < rounds; round += 1) {
    const there = toMap(datum, place)
    place = {
      latitude: place.latitude + on.latitude - there.latitude,
      longitude: place.longitude + on.longitude - there.longitude,
    }
  }
  return place
}
