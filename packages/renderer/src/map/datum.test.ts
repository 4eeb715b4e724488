import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMap, toMap } from './datum.ts'

test('a place in Beijing is moved as maps published there have it', () => {
  const moved = toMap('gcj02', { latitude: 39.908722, longitude: 116.397496 })
  expect(moved.latitude).toBeCloseTo(39.910126, 4)
  expect(moved.longitude).toBeCloseTo(116.403739, 4)
})

test.each([
  ['wgs84', { latitude: 39.9, longitude: 116.4 }],
  ['gcj02', { latitude: 53.8, longitude: -1.5 }],
] as const)('by %s %j stays where it is', (datum, place) => {
  expect(toMap(datum, place)).toEqual(place)
  expect(fromMap(datum, place)).toEqual(place)
})

test('what a map shows leads back to the place, within a metre', () => {
  const inside = fc.record({
    latitude: fc.double({ min: 2, max: 54, noNaN: true }),
    longitude: fc.double({ min: 74, max: 136, noNaN: true }),
  })
  fc.assert(
    fc.property(inside, (place) => {
      const back = fromMap('gcj02', toMap('gcj02', place))
      expect(Math.abs(back.latitude - place.latitude)).toBeLessThan(1e-5)
      expect(Math.abs(back.longitude - place.longitude)).toBeLessThan(1e-5)
    }),
  )
})
