import type { Page, RecordAnswer } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { withRows } from './with-rows.ts'

const row = (id: string, version: number) => ({ id, version }) as RecordAnswer
const page = (...rows: RecordAnswer[]): Page => ({ rows, next: null })

test('changed rows stay where they are, and what left the list is gone', () => {
  const pages = { pages: [page(row('a', 1), row('b', 1)), page(row('c', 1))], pageParams: [null, 'x'] }
  const now = withRows(pages, new Set(['b', 'c']), [row('b', 2)])
  expect(now.pages.map(({ rows }) => rows.map(({ id, version }) => [id, version]))).toEqual([
    [
      ['a', 1],
      ['b', 2],
    ],
    [],
  ])
})
