import type { Board, Page, Query, RecordAnswer, TodoItem, Values } from '@pipewright/contract'
import type { Waiting } from './waiting.ts'

/** Who fills in what the server would: the title field of a form, and who is working. */
export interface OverlayScene {
  readonly member: string
  readonly titleField: (form: string) => string | undefined
}

const valuesOf = ({ body }: Waiting): Values => body['values'] as Values

/** A record as it stands with what waits for it. */
function withChanges(record: RecordAnswer, form: string, waiting: readonly Waiting[]): RecordAnswer {
  const changes = waiting.filter(
    ({ route, params }) => route === 'updateRecord' && params['form'] === form && params['id'] === record.id,
  )
  if (changes.length === 0) return record
  return { ...record, values: Object.assign({}, record.values, ...changes.map(valuesOf)) as Values }
}

/** A record that was made without the server, as far as it can be shown. */
export function madeHere(entry: Waiting, { member }: OverlayScene): RecordAnswer {
  return {
    id: entry.makes ?? entry.id,
    version: 0,
    owner: member,
    department: null,
    created_at: entry.at,
    created_by: member,
    updated_at: entry.at,
    updated_by: member,
    deleted_at: null,
    locked_by: null,
    stage_since: null,
    title: entry.title,
    values: valuesOf(entry),
    titles: {},
  }
}

const madeIn = (form: string, waiting: readonly Waiting[]) =>
  waiting.filter(({ route, params }) => route === 'createRecord' && params['form'] === form)

/** The record that was made here under this id. */
export function oneMadeHere(
  form: string,
  id: string,
  waiting: readonly Waiting[],
  scene: OverlayScene,
): RecordAnswer | undefined {
  const entry = madeIn(form, waiting).find(({ makes }) => makes === id)
  return entry === undefined ? undefined : withChanges(madeHere(entry, scene), form, waiting)
}

export const recordWith = withChanges

/** A page of a list: what was made here stands on top of its first page, unless the list is narrowed. */
export function pageWith(
  page: Page,
  form: string,
  query: Query,
  waiting: readonly Waiting[],
  scene: OverlayScene,
): Page {
  const rows = page.rows.map((row) => withChanges(row, form, waiting))
  const isWhole = query.after === undefined && query.filter === undefined && query.deleted !== true
  if (!isWhole) return { ...page, rows }
  const sought = query.search?.toLowerCase() ?? ''
  const made = madeIn(form, waiting)
    .map((entry) => withChanges(madeHere(entry, scene), form, waiting))
    .filter(({ title }) => title.toLowerCase().includes(sought))
  return { ...page, rows: [...made, ...rows] }
}

/** A board: a card that was moved here stands in the column it was moved to. */
export function boardWith(board: Board, form: string, field: string, waiting: readonly Waiting[]): Board {
  const moved = new Map<string | null, RecordAnswer[]>()
  const known = new Set(board.columns.map(({ value }) => value))
  const columns = board.columns.map((column) => {
    const kept = column.rows.flatMap((row) => {
      const next = withChanges(row, form, waiting)
      const value = (next.values[field] ?? null) as string | null
      // Columns of days, for example, are not told by the value alone: the card stays until the server places it.
      if (next === row || value === column.value || !known.has(value)) return [next]
      moved.set(value, [...(moved.get(value) ?? []), next])
      return []
    })
    return { ...column, rows: kept, count: column.count - (column.rows.length - kept.length) }
  })
  return {
    ...board,
    columns: columns.map((column) => {
      const came = moved.get(column.value) ?? []
      return { ...column, rows: [...came, ...column.rows], count: column.count + came.length }
    }),
  }
}

/** The to-do list without the records that have no next day any more, or another one, by what was changed here. */
export function todoWith<T extends { items: TodoItem[] }>(todo: T, waiting: readonly Waiting[]): T {
  const isMoved = (item: TodoItem) =>
    item.type === 'followUp' &&
    waiting.some(
      (entry) =>
        entry.route === 'updateRecord' &&
        entry.params['id'] === item.followUp.record &&
        item.followUp.field in valuesOf(entry),
    )
  return { ...todo, items: todo.items.filter((item) => !isMoved(item)) }
}
