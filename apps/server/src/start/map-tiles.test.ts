import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const MAP_TILES = 'https://tiles.example/{z}/{x}/{y}.png'
const MAP_TILES_CREDIT = '© somebody'

test('without a setting no map is fetched elsewhere', () => {
  expect(readConfig({}).mapTiles).toBeUndefined()
})

test('a map elsewhere has an address, a credit and coordinates as they are, unless it says so', () => {
  const tiles = { address: MAP_TILES, credit: MAP_TILES_CREDIT, datum: 'wgs84' }
  expect(readConfig({ MAP_TILES, MAP_TILES_CREDIT }).mapTiles).toEqual(tiles)
  const moved = readConfig({ MAP_TILES, MAP_TILES_CREDIT, MAP_TILES_DATUM: 'gcj02' })
  expect(moved.mapTiles).toEqual({ ...tiles, datum: 'gcj02' })
})

test.each([
  'http://tiles.example/{z}/{x}/{y}.png',
  'https://tiles.example/{z}/{x}.png',
  'https://{s}.tiles.example/{z}/{x}/{y}.png',
  'https://{z}.tiles.example/{x}/{y}.png',
  'https://*/{z}/{x}/{y}',
  'https://tiles.example;script-src/{z}/{x}/{y}',
  'https://me:secret@tiles.example/{z}/{x}/{y}',
  'tiles.example/{z}/{x}/{y}',
])('MAP_TILES=%s is refused', (address) => {
  expect(() => readConfig({ MAP_TILES: address, MAP_TILES_CREDIT })).toThrow(/MAP_TILES=/)
})

test('a map without a credit, and another datum, are refused', () => {
  expect(() => readConfig({ MAP_TILES })).toThrow(/MAP_TILES_CREDIT/)
  expect(() => readConfig({ MAP_TILES, MAP_TILES_CREDIT, MAP_TILES_DATUM: 'bd09' })).toThrow(
    /MAP_TILES_DATUM=bd09/,
  )
})
