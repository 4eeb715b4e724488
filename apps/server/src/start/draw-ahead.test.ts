import { expect, test } from 'vitest'
import { drawAhead } from './draw-ahead.ts'

function counting() {
  let next = 0
  const asked: number[] = []
  const draw = (bytes: number) => {
    asked.push(bytes)
    return Uint8Array.from({ length: bytes }, () => (next += 1))
  }
  return { draw, asked }
}

test('bytes are drawn ahead, and none is given twice', () => {
  const { draw, asked } = counting()
  const random = drawAhead(draw, 8)
  const given = [3, 3, 3, 8, 1].map((bytes) => [...random(bytes)])
  expect(given.map(({ length }) => length)).toEqual([3, 3, 3, 8, 1])
  expect(new Set(given.flat()).size).toBe(18)
  expect(asked).toEqual([8, 8, 8, 8])
})

test('what was given stays as it was given', () => {
  const random = drawAhead(counting().draw, 8)
  const first = random(4)
  random(4)
  random(4)
  expect([...first]).toEqual([1, 2, 3, 4])
})

test('more than is drawn ahead is drawn by itself', () => {
  const { draw, asked } = counting()
  expect(drawAhead(draw, 8)(20)).toHaveLength(20)
  expect(asked).toEqual([20])
})
