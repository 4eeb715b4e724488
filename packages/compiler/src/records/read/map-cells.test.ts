import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellDegrees, mergeCells, type Alike } from './map-cells.ts'

const world = { south: -90, west: -180, north: 90, east: 180 }
const at = (south: number, west: number, count = 1, alike: Alike | null = null) => ({
  count,
  south,
  north: south,
  west,
  east: west,
  alike,
})
const degrees = (most: number) => fc.integer({ min: -most * 1000, max: most * 1000 }).map((one) => one / 1000)

test('however records lie, each is counted once, few enough are drawn, and boxes hold what they count', () => {
  const square = fc
    .record({ south: degrees(90), west: degrees(180), count: fc.integer({ min: 1, max: 5000 }) })
    .map(({ south, west, count }) => at(south, west, count))
  const asked = fc.record({
    zoom: fc.integer({ min: 0, max: 3 }),
    apart: fc.integer({ min: 16, max: 60 }),
  })
  fc.assert(
    fc.property(fc.array(square, { maxLength: 300 }), asked, (squares, { zoom, apart }) => {
      const cells = mergeCells(squares, { box: world, zoom, apart })
      const sum = (all: readonly { count: number }[]) => all.reduce((total, { count }) => total + count, 0)
      expect(sum(cells)).toBe(sum(squares))
      expect(cells.length).toBeLessThanOrEqual(500)
      const isHeld = squares.every((one) =>
        cells.some(
          (cell) =>
            one.south >= cell.south &&
            one.north <= cell.north &&
            one.west >= cell.west &&
            one.east <= cell.east,
        ),
      )
      expect(isHeld).toBe(true)
    }),
  )
})

test('few records stand alone as soon as they do not cover each other; of many, those far apart', () => {
  const degreesOf = (pixels: number) => (pixels * 360) / (256 * 2 ** 8)
  const near = [at(0, 0), at(0, degreesOf(33))]
  const drawn = (squares: Parameters<typeof mergeCells>[0]) =>
    mergeCells(squares, { box: { south: -1, west: -1, north: 1, east: 1 }, zoom: 8, apart: 32 })
  expect(drawn(near).map(({ count }) => count)).toEqual([1, 1])
  expect(drawn([at(0, 0), at(0, degreesOf(31))]).map(({ count }) => count)).toEqual([2])
  expect(drawn([...near, at(0.9, 0.9, 200)]).map(({ count }) => count)).toEqual([200, 2])
})

test('the larger what is looked at, the larger the squares in which is counted', () => {
  const pixel = 360 / (256 * 2 ** 12)
  const small = cellDegrees({ south: 0, west: 0, north: 0.1, east: 0.1 }, 12, 32)
  expect(small / pixel).toBeCloseTo(16)
  expect(cellDegrees(world, 12, 32)).toBeGreaterThan(small * 100)
})

test('what is drawn as one says what all of it has in common, and nothing where it differs', () => {
  const alikeOf = (...all: (Alike | null)[]) =>
    mergeCells(
      all.map((alike) => at(0, 0, 2, alike)),
      { box: world, zoom: 0, apart: 16 },
    ).map(({ alike }) => alike)
  const [won, lost, none] = [{ value: 'won' }, { value: 'lost' }, { value: null }]
  expect(alikeOf(won, { value: 'won' })).toEqual([won])
  expect(alikeOf(none, { value: null })).toEqual([none])
  expect(alikeOf(won, lost)).toEqual([null])
  expect(alikeOf(won, none)).toEqual([null])
  expect(alikeOf(won, won, null)).toEqual([null])
})
