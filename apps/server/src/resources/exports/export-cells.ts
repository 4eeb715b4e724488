import {
  cellKind,
  markTitle,
  writeCell,
  type CellKind,
  type ExportColumn,
  type ExportLines,
  type FieldValue,
  type ResultRow,
  type RowShape,
} from '@pipewright/compiler'
import type { SharedTitles } from '@pipewright/db'
import { systemFields } from '@pipewright/metadata'
import type { MemberScene } from '../../scene/member-scene.ts'

export interface Cell {
  readonly text: string
  readonly kind: CellKind
}

export interface Sheet {
  readonly columns: readonly ExportColumn[]
  readonly shape: RowShape
  /** Line items whose lines are the rows. */
  readonly lines?: ExportLines
  readonly scene: Pick<MemberScene, 'app' | 'actor' | 'now'>
  readonly locale: 'en' | 'zh'
}

type Titles = ReadonlyMap<string, string>

export interface Source {
  readonly column: ExportColumn
  readonly value: string
  readonly title: string | undefined
}

function sourcesOf({ columns, shape }: Sheet): Source[] {
  return columns.map((column) => {
    const own = shape.columns.find(({ path }) => path === column.path)
    const items = shape.items.find(({ key }) => key === column.path)
    if (own !== undefined) return { column, value: own.value, title: own.title }
    return {
      column,
      value: items?.value ?? column.path,
      title: items === undefined ? `${column.path}_title` : undefined,
    }
  })
}

/** Titles of what the rows of line items point to stand in the rows, and in those inside them. */
function titleIn(rows: unknown, id: string): string | undefined {
  if (!Array.isArray(rows)) return undefined
  for (const row of rows as readonly { readonly _titles?: Readonly<Record<string, string>> }[]) {
    if (typeof row !== 'object' || row === null) continue
    const title =
      row._titles?.[id] ??
      Object.values(row).reduce<string | undefined>((found, cell) => found ?? titleIn(cell, id), undefined)
    if (title !== undefined) return title
  }
  return undefined
}

/** Titles of all that a relation to many points to stand beside it, by id. */
const titleAmong = (named: unknown, id: string): string | undefined =>
  typeof named === 'object' && named !== null ? (named as Readonly<Record<string, string>>)[id] : undefined

/** The form of the records that a value points to; "" for other values. */
function targetForm(field: ExportColumn['field'], own: unknown): string {
  if (field.type === 'relation' || field.type === 'relations') return field.form
  const ref = field.type === 'anyRelation' ? (own as { readonly form?: string } | null) : null
  return ref?.form ?? ''
}

/** Writes cells of a row, of the record's own or of one of its lines. */
export function cellWriter({ scene, locale }: Sheet, sources: readonly Source[]) {
  const { index } = scene.app
  const department = systemFields.get('department')
  return (row: ResultRow, titles: Titles, shared: SharedTitles): Cell[] =>
    sources.map(({ column: { field, through }, value, title }) => {
      const own = row[value] ?? null
      const shown = field === department && typeof own === 'string' ? (titles.get(own) ?? null) : own
      const named = title === undefined ? undefined : row[title]
      const among = through.length === 0 ? shared.get(targetForm(field, own)) : undefined
      const plainTitle = (id: string) =>
        (id === own && typeof named === 'string'
          ? named
          : (titleAmong(named, id) ?? titleIn(own, id) ?? titles.get(id))) ?? ''
      const titleOf = (id: string) => {
        const plain = plainTitle(id)
        return among?.has(plain) === true ? markTitle(plain, id) : plain
      }
      const writing = {
        locale,
        zone: scene.actor.zone,
        optionsOf: index.options,
        shown: index.shown,
        titleOf,
      }
      return { text: writeCell(field, shown as FieldValue, writing), kind: cellKind(field) }
    })
}

/** Makes the cells of records: what the reader sees in the list, as text that another table understands. */
export const rowWriter = (sheet: Sheet) => cellWriter(sheet, sourcesOf(sheet))
