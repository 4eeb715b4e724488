import type { Mark } from '@pipewright/compiler'
import type {
  Board,
  HistoryEvent,
  Locale,
  Page,
  RecordAnswer,
  RecordWarning,
  TreePage,
} from '@pipewright/contract'
import type {
  HistoryEvent as StoredEvent,
  readBoard,
  readTree,
  readHistory,
  RecordWarnings,
  SearchGroup,
  Tick,
} from '@pipewright/db'
import type { RecordAnswer as ReadRecord } from '@pipewright/compiler'
import { fieldBody } from '../../problems/problem-body.ts'
import type { FieldRefusal } from '../../problems/refusal.ts'

type Ok<F extends (...given: never[]) => Promise<unknown>> = Extract<Awaited<ReturnType<F>>, { ok: true }>

/** What was read is what is answered; only that JSON does not know what is read-only. */
export const recordAnswer = (record: ReadRecord): RecordAnswer => record as RecordAnswer

/** The record after a write, with what its rules want to be minded. */
export function writtenAnswer(
  { record, warnings = [] }: { readonly record: ReadRecord; readonly warnings?: readonly FieldRefusal[] },
  locale: Locale,
): RecordAnswer {
  const answer = recordAnswer(record)
  return warnings.length === 0 ? answer : { ...answer, warnings: warnings.map(fieldBody(locale)) }
}

/** What rules want to be minded, message by message, each with its record. */
export const warningsAnswer = (written: readonly RecordWarnings[], locale: Locale): RecordWarning[] =>
  written.flatMap(({ form, id, warnings }) =>
    warnings.map((warning) => ({ form, id, ...fieldBody(locale)(warning) })),
  )

export const pageAnswer = ({
  rows,
  next,
}: {
  readonly rows: readonly ReadRecord[]
  readonly next: string | null
}): Page => ({
  rows: rows.map(recordAnswer),
  next,
})

export const treeAnswer = ({ rows, next, children, paths }: Ok<typeof readTree>): TreePage => ({
  ...pageAnswer({ rows, next }),
  children: { ...children },
  paths: Object.fromEntries(
    Object.entries(paths).map(([id, steps]) => [id, steps.map((step) => ({ ...step }))]),
  ),
})

export const boardAnswer = ({ columns, left }: Ok<typeof readBoard>): Board => ({
  left,
  columns: columns.map(({ rows, sums, ...column }) => ({
    ...column,
    sums: { ...sums },
    rows: rows.map(recordAnswer),
  })),
})

export const historyEventAnswer = (event: StoredEvent): HistoryEvent => event as unknown as HistoryEvent

export const historyAnswer = ({ events, titles, next }: Ok<typeof readHistory>) => ({
  events: events.map(historyEventAnswer),
  titles: { ...titles },
  next,
})

export const ticksAnswer = ({ ticks }: { readonly ticks: readonly Tick[] }) => ({
  ticks: ticks.map((tick) => ({ ...tick })),
})

const pairs = (marks: readonly Mark[]): [number, number][] => marks.map(([from, to]) => [from, to])

export const searchAnswer = (groups: readonly SearchGroup[]) => ({
  groups: groups.map(({ form, hits }) => ({
    form,
    hits: hits.map(({ id, title, marks, found }) => ({
      id,
      title,
      ...(marks !== undefined && { marks: pairs(marks) }),
      ...(found !== undefined && { found: { ...found, marks: pairs(found.marks) } }),
    })),
  })),
})
