import type { Field } from '@pipewright/schemas'
import type { FieldValue } from '../value.ts'

/** A record as it is answered. */
export interface RecordAnswer {
  readonly id: string
  readonly version: number
  readonly owner: string | null
  readonly department: string | null
  readonly created_at: string
  readonly created_by: string | null
  readonly updated_at: string
  readonly updated_by: string | null
  readonly deleted_at: string | null
  readonly locked_by: string | null
  readonly stage_since: string | null
  readonly title: string
  readonly values: Readonly<Record<string, FieldValue>>
  readonly titles: Readonly<Record<string, string>>
  readonly may?: { readonly update: boolean; readonly delete: boolean }
}

/** Where the row of a statement holds what. */
export interface RowShape {
  readonly columns: readonly {
    readonly path: string
    readonly field: Field
    readonly value: string
    readonly title?: string
  }[]
  /** Line items that are read as JSON, by column. */
  readonly items: readonly { readonly key: string; readonly value: string }[]
}

export type ResultRow = Readonly<Record<string, unknown>>

const people = ['owner', 'created_by', 'updated_by'] as const

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function titlesOf(row: ResultRow, shape: RowShape): Record<string, string> {
  const titles: Record<string, string> = {}
  const add = (id: unknown, title: unknown) => {
    if (typeof id === 'string' && typeof title === 'string') titles[id] = title
  }
  for (const person of people) add(row[person], row[`${person}_title`])
  const addAll = (all: unknown) => {
    if (typeof all !== 'object' || all === null) return
    for (const [id, title] of Object.entries(all)) add(id, title)
  }
  for (const { value, title } of shape.columns)
    if (title !== undefined) {
      add(row[value], row[title])
      addAll(row[title])
    }
  for (const { value } of shape.items) {
    for (const each of titleMaps(row[value])) addAll(each)
  }
  return titles
}

type Item = Readonly<Record<string, unknown>>

/** Rows inside a row; other lists hold no objects. */
const isRows = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null)

/** What lies beside rows and the rows inside them. */
function titleMaps(rows: unknown): unknown[] {
  if (!isRows(rows)) return []
  return rows.flatMap((item) => [item['_titles'], ...Object.values(item).flatMap(titleMaps)])
}

function withoutTitles(rows: unknown): FieldValue {
  if (!isRows(rows)) return []
  return rows.map(({ _titles, ...row }) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        isRows(value) && value.length > 0 ? withoutTitles(value) : value,
      ]),
    ),
  ) as FieldValue
}

/** Makes the answer of one row. */
export function recordAnswer(row: ResultRow, shape: RowShape): RecordAnswer {
  const values: Record<string, FieldValue> = {}
  for (const { path, value } of shape.columns) values[path] = (row[value] ?? null) as FieldValue
  for (const { key, value } of shape.items) values[key] = withoutTitles(row[value])
  const may = row['may_update']
  return {
    id: String(row['id']),
    version: Number(row['version']),
    owner: textOrNull(row['owner']),
    department: textOrNull(row['department']),
    created_at: String(row['created_at']),
    created_by: textOrNull(row['created_by']),
    updated_at: String(row['updated_at']),
    updated_by: textOrNull(row['updated_by']),
    deleted_at: textOrNull(row['deleted_at']),
    locked_by: textOrNull(row['locked_by']),
    stage_since: textOrNull(row['stage_since']),
    title: textOrNull(row['title']) ?? '',
    values,
    titles: titlesOf(row, shape),
    ...(may === undefined ? {} : { may: { update: may === true, delete: row['may_delete'] === true } }),
  }
}
