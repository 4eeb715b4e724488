import { expect, test } from 'vitest'
import { flatLand } from './flat-land.ts'

const ringsOf = (rings: Parameters<typeof flatLand>[0]) =>
  flatLand(rings).coordinates.map(([ring]) => ring ?? [])
const box = (west: number, east: number) => [
  [west, 0],
  [east, 0],
  [east, 10],
  [west, 10],
  [west, 0],
]

test('land away from the date line stays as it is', () => {
  expect(ringsOf([box(10, 20)])).toEqual([box(10, 20)])
})

test('land over the date line is drawn at both edges, and never across the map', () => {
  const over = [
    [170, 0],
    [-170, 0],
    [-170, 10],
    [170, 10],
    [170, 0],
  ]
  expect(ringsOf([over])).toEqual([box(-190, -170), box(170, 190)])
})

test('land around a pole is closed at it', () => {
  const around = [0, 90, 180, -90, 0].map((longitude) => [longitude, -70])
  const [first] = ringsOf([around])
  expect(first?.filter(([, latitude]) => latitude === -90)).toHaveLength(2)
  const jumps = ringsOf([around]).flatMap((ring) =>
    ring
      .slice(1)
      .map(([longitude = 0, latitude], at) => [Math.abs(longitude - (ring[at]?.[0] ?? 0)), latitude]),
  )
  expect(jumps.filter(([width = 0, latitude]) => width > 180 && latitude !== -90)).toEqual([])
})
