import {
  planBoard,
  recordAnswer,
  type BoardRequest,
  type RecordAnswer,
  type ResultRow,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, run, runOnce, type Scene } from './scene.ts'

export interface BoardColumn {
  readonly value: string | null
  /** What the value is called, where it names a record or somebody; null where the reader may not see it. */
  readonly title?: string | null
  readonly count: number
  readonly sums: Readonly<Record<string, string | null>>
  readonly rows: readonly RecordAnswer[]
}

export type Board = Outcome<{
  readonly columns: readonly BoardColumn[]
  /** Columns that are not told, of which there are the most records in those that are. */
  readonly left: number
}>

const valueOf = (row: ResultRow): string | null => (row['board_value'] ?? null) as string | null
const titleOf = (row: ResultRow): string | null => (row['board_title'] ?? null) as string | null

/** By title, what has none behind, records without a value last. */
const byTitle = (one: ResultRow, other: ResultRow): number => {
  const place = (row: ResultRow) => (valueOf(row) === null ? 2 : titleOf(row) === null ? 1 : 0)
  return place(one) - place(other) || (titleOf(one) ?? '').localeCompare(titleOf(other) ?? '')
}

/** Cards and figures of every column in two statements; the figures alone in one. */
export async function readBoard(
  connection: Connection,
  scene: Scene,
  form: string,
  request: BoardRequest,
): Promise<Board> {
  const plan = planBoard(readSceneOf(scene), form, request)
  if (!plan.ok) return plan
  const runner = request.search === undefined ? run : runOnce
  const found = await runner<ResultRow>(connection, plan.figures)
  const figures = new Map(found.map((row) => [valueOf(row), row]))
  const isOpen = plan.values === undefined
  const values = plan.values ?? found.toSorted(byTitle).map(valueOf)
  const isFigures = request.limit === 0
  const read = isFigures ? [] : await runner<ResultRow>(connection, plan.cards(values))
  const cards = Map.groupBy(read, valueOf)
  const columns = values.map((value): BoardColumn => {
    const figure = figures.get(value)
    const sums = plan.sums.map((key, at) => [key, (figure?.[`sum${at}`] ?? null) as string | null] as const)
    return {
      value,
      ...(isOpen && figure !== undefined && value !== null ? { title: titleOf(figure) } : {}),
      count: Number(figure?.['count'] ?? 0),
      sums: Object.fromEntries(sums),
      rows: (cards.get(value) ?? []).map((row) => recordAnswer(row, plan.shape)),
    }
  })
  const all = isOpen ? Number(found[0]?.['board_columns'] ?? 0) : 0
  return {
    ok: true,
    columns: columns.filter(({ value, count }) => value !== null || count > 0),
    left: Math.max(0, all - found.length),
  }
}
