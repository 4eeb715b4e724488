import type { Board } from '@pipewright/contract'
import { expect, it } from 'vitest'
import { aRecord } from '../../testing/render-app.tsx'
import { laneMove } from './lane-move.ts'

const record = aRecord({ id: 'a', title: 'A' }, { stage: 'open', region: 'north', amount: '10.50' })
const column = (value: string, count: number, amount: string | null, rows = [record].slice(0, 0)) => ({
  value,
  count,
  sums: { amount },
  rows,
})
const columnHeads: Board = { left: 0, columns: [column('open', 2, '11.50'), column('won', 0, null)] }
const laneHeads: Board = { left: 0, columns: [column('north', 2, '11.50'), column('south', 0, null)] }
const north: Board = { left: 0, columns: [column('open', 2, '11.50', [record]), column('won', 0, null)] }
const south: Board = { left: 0, columns: [column('open', 0, null)] }
const step = (values: Record<string, string>) =>
  laneMove({ record, values, field: 'stage', lanes: 'region', columnHeads, laneHeads })
const figures = (board: Board) =>
  board.columns.map(({ value, count, sums, rows }) => [value, count, sums['amount'], rows.length])

it('moves a card across lanes and columns with the figures of both', () => {
  const move = step({ stage: 'won', region: 'south' })
  expect(figures(move.heads(columnHeads, columnHeads))).toEqual([
    ['open', 1, '1', 0],
    ['won', 1, '10.5', 0],
  ])
  expect(figures(move.heads(laneHeads, laneHeads))).toEqual([
    ['north', 1, '1', 0],
    ['south', 1, '10.5', 0],
  ])
  expect(figures(move.lane(north, 'north'))).toEqual([
    ['open', 1, '1', 0],
    ['won', 0, null, 0],
  ])
  // A lane that had no card in the column has it from now on.
  expect(figures(move.lane(south, 'south'))).toEqual([
    ['open', 0, null, 0],
    ['won', 1, undefined, 1],
  ])
})

it('leaves the heads of the lanes alone when a card stays in its lane', () => {
  const move = step({ stage: 'won' })
  expect(move.heads(laneHeads, laneHeads)).toBe(laneHeads)
  expect(figures(move.lane(north, 'north'))).toEqual([
    ['open', 1, '1', 0],
    ['won', 1, '10.5', 1],
  ])
})

it('counts nothing twice once the server has told it', () => {
  const move = step({ region: 'south' })
  const told: Board = { ...laneHeads }
  expect(move.heads(told, told)).toBe(told)
  const arrived = move.lane(south, 'south')
  expect(move.lane(arrived, 'south')).toBe(arrived)
  const left = move.lane(north, 'north')
  expect(move.lane(left, 'north')).toBe(left)
})
