import { expect, test } from 'vitest'
import { boxAround, boxOf, isWithin, readPosition, writePosition } from './map-sight.ts'

test('a position in an address is the one that was written there', () => {
  const position = { latitude: -31.23, longitude: 121.473, zoom: 8 }
  expect(writePosition(position)).toBe('-31.23000,121.47300,8')
  expect(readPosition(writePosition(position))).toEqual(position)
})

test.each([null, '', '1,2', '91,0,3', '0,181,3', '0,0,2.5', '0,0,40', 'a,b,c', '1,,3', '1,2,3,4'])(
  'what is no place on the earth, as %j, is none',
  (text) => {
    expect(readPosition(text)).toBeUndefined()
  },
)

test('where the edge of the map is in sight, so is what lies beyond it', () => {
  expect(boxOf({ south: -85.06, west: -190, north: 85.06, east: 200 })).toEqual({
    south: -90,
    west: -180,
    north: 90,
    east: 180,
  })
})

test('a box around boxes holds them all, and what lies on its edge', () => {
  const box = boxAround([
    { south: 1, west: 2, north: 3, east: 4 },
    { south: -1, west: 3, north: 2, east: 9 },
  ])
  expect(box).toEqual({ south: -1, west: 2, north: 3, east: 9 })
  expect(isWithin(box ?? { south: 0, west: 0, north: 0, east: 0 }, { latitude: 3, longitude: 9 })).toBe(true)
  expect(boxAround([])).toBeUndefined()
})
