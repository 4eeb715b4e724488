import type { Board, RecordAnswer, Values } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { boardWith, oneMadeHere, pageWith, recordWith } from './overlay.ts'
import type { Waiting } from './waiting.ts'

const scene = { member: 'me', titleField: () => 'name' }
const record = (id: string, values: Values) => ({ id, title: id, values }) as unknown as RecordAnswer
const entry = (parts: Partial<Waiting>) =>
  ({ id: '1', at: '2026-01-05T10:00:00.000Z', title: 'Tide', makes: null, ...parts }) as unknown as Waiting
const change = entry({
  route: 'updateRecord',
  params: { form: 'deal', id: 'a' },
  body: { values: { stage: 'won' } },
})
const made = entry({
  route: 'createRecord',
  params: { form: 'deal' },
  body: { values: { name: 'Tide', stage: 'new' } },
  makes: 'temp',
})

test('a record and a list show what waits, and what was made here is found by its own id', () => {
  expect(recordWith(record('a', { stage: 'new', name: 'A' }), 'deal', [change]).values).toEqual({
    stage: 'won',
    name: 'A',
  })
  const page = { rows: [record('a', { stage: 'new' })], next: null }
  expect(pageWith(page, 'deal', {}, [change, made], scene).rows.map(({ id }) => id)).toEqual(['temp', 'a'])
  expect(pageWith(page, 'deal', { search: 'zz' }, [made], scene).rows.map(({ id }) => id)).toEqual(['a'])
  expect(pageWith(page, 'deal', { filter: true }, [made], scene).rows).toHaveLength(1)
  expect(pageWith(page, 'lead', {}, [change, made], scene)).toEqual(page)
  expect(oneMadeHere('deal', 'temp', [made], scene)).toMatchObject({ title: 'Tide', created_by: 'me' })
  expect(oneMadeHere('deal', 'other', [made], scene)).toBeUndefined()
})

test('a card stands in the column it was moved to, and the columns count it there', () => {
  const column = (value: string, rows: RecordAnswer[]) => ({ value, rows, count: 5, sums: {} })
  const board: Board = {
    columns: [column('new', [record('a', { stage: 'new' })]), column('won', [])],
    left: 0,
  }
  const shown = boardWith(board, 'deal', 'stage', [change]).columns
  expect(shown.map(({ rows, count }) => [rows.length, count])).toEqual([
    [0, 4],
    [1, 6],
  ])
})
