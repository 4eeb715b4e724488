import type { Board, BoardQuery, Query, RecordAnswer } from '@pipewright/contract'
import { otherMark } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { useQueries, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { client } from './client.ts'
import { boardKey } from './records.ts'

type Column = Board['columns'][number]

interface Loaded {
  readonly rows: readonly RecordAnswer[]
  readonly next: string | null
}

const pageSize = 500
const firstStep = 200

/** Cards after those the board came with: a few first, then by the page. */
const goalOf = (step: number): number => firstStep + (step - 1) * pageSize

/** The records of a column and no others. */
export function columnFilter(field: Field, value: string | null): Expression {
  const named = { var: field.key }
  if (value === null) return { isEmpty: [named] }
  if (field.type === 'yesNo') return { eq: [named, value === 'true'] }
  if (value === otherMark) return { startsWith: [named, otherMark] }
  return { eq: [named, value] }
}

/** What a shorter column ended with, as long as nothing has changed since. */
function shorter(queries: QueryClient, key: QueryKey): Loaded {
  const before = queries.getQueryState<Loaded>(key)
  return before?.data === undefined || before.isInvalidated ? { rows: [], next: null } : before.data
}

/** The first cards of a column, page after page, as many as are wanted. */
async function readColumn(
  params: { readonly workspace: string; readonly form: string },
  query: Query,
  goal: number,
  from: Loaded,
): Promise<Loaded> {
  const rows = [...from.rows]
  let after = from.next
  do {
    const limit = Math.min(pageSize, goal - rows.length)
    const body: Query = { ...query, limit, ...(after === null ? {} : { after }) }
    const page: { rows: RecordAnswer[]; next: string | null } = await client.call('queryRecords', {
      params,
      body,
    })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null && rows.length < goal)
  return { rows, next: after }
}

interface Wanted {
  readonly value: string | null
  readonly step: number
}

/** One query per column that somebody has scrolled in, and per how far. */
function columnQuery(
  queries: QueryClient,
  params: { readonly workspace: string; readonly form: string },
  field: Field,
  { columns = [], sort, search, filter }: BoardQuery,
) {
  return ({ value, step }: Wanted) => {
    const own = columnFilter(field, value)
    const all: Query = {
      columns,
      filter: filter === undefined ? own : { and: [filter, own] },
      ...(sort === undefined ? {} : { sort }),
      ...(search === undefined ? {} : { search }),
    }
    const keyOf = (of: number) => [...boardKey(params.workspace, params.form), 'column', all, of]
    return {
      queryKey: keyOf(step),
      queryFn: () => readColumn(params, all, goalOf(step), shorter(queries, keyOf(step - 1))),
      placeholderData: () => queries.getQueryData<Loaded>(keyOf(step - 1)),
    }
  }
}

/** A board whose columns go on as far as somebody has scrolled. */
export function useBoardMore(
  workspace: string,
  form: string,
  field: Field,
  query: BoardQuery,
  board: Board | undefined,
) {
  const queries = useQueryClient()
  const [steps, setSteps] = useState<ReadonlyMap<string | null, number>>(new Map())
  const wanted = [...steps].map(([value, step]): Wanted => ({ value, step }))
  const answers = useQueries({
    queries: wanted.map(columnQuery(queries, { workspace, form }, field, query)),
  })
  const stamp = answers
    .map(({ dataUpdatedAt, data }) => `${dataUpdatedAt}.${data?.rows.length ?? 0}`)
    .join(' ')
  const shown = useMemo(() => {
    const loaded = new Map<string | null, readonly RecordAnswer[]>()
    for (const [at, { value }] of wanted.entries()) {
      const rows = answers[at]?.data?.rows
      if (rows !== undefined) loaded.set(value, rows)
    }
    const longer = (column: Column): Column => {
      const rows = loaded.get(column.value)
      return rows === undefined || rows.length < column.rows.length ? column : { ...column, rows: [...rows] }
    }
    return board && { ...board, columns: board.columns.map(longer) }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the stamp says when what was loaded is another
  }, [board, stamp])
  const columns = shown?.columns
  const onMore = useCallback(
    (value: string | null) => {
      const have = columns?.find((column) => column.value === value)?.rows.length ?? 0
      setSteps((before) => {
        const step = before.get(value) ?? 0
        // What was asked for last is still on its way.
        return step > 0 && goalOf(step) > have ? before : new Map(before).set(value, step + 1)
      })
    },
    [columns],
  )
  return { shown, onMore }
}
