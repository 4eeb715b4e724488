import type { Board } from '@pipewright/contract'
import { expect, it } from 'vitest'
import { moveCard } from './board-columns.ts'

const card = (id: string, amount: string): Board['columns'][number]['rows'][number] => ({
  id,
  version: 1,
  owner: null,
  department: null,
  created_at: '',
  created_by: null,
  updated_at: '',
  updated_by: null,
  deleted_at: null,
  locked_by: null,
  stage_since: null,
  title: id,
  values: { stage: 'open', amount },
  titles: {},
})

it('moves a card with exact sums and counts', () => {
  const [a, b] = [card('a', '0.10'), card('b', '0.20')]
  const board: Board = {
    left: 0,
    columns: [
      { value: 'open', count: 2, sums: { amount: '0.30' }, rows: [a, b] },
      { value: 'won', count: 0, sums: { amount: null }, rows: [] },
    ],
  }
  const moved = moveCard(board, 'stage', b, { column: 'won', value: 'won' })
  expect(
    moved.columns.map(({ count, sums, rows }) => [count, sums['amount'], rows.map(({ id }) => id)]),
  ).toEqual([
    [1, '0.1', ['a']],
    [1, '0.2', ['b']],
  ])
  expect(moveCard(board, 'stage', b, { column: 'open', value: 'open' })).toBe(board)
  // What the server told since the move was saved has it already.
  expect(moveCard(moved, 'stage', b, { column: 'won', value: 'won' })).toBe(moved)
})
