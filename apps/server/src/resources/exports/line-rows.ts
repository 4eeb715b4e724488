import type { ResultRow } from '@pipewright/compiler'
import type { SharedTitles } from '@pipewright/db'
import { localize, rowFields } from '@pipewright/metadata'
import { cellWriter, rowWriter, type Cell, type Sheet, type Source } from './export-cells.ts'

type Line = ResultRow & { readonly _titles?: Readonly<Record<string, string>> }

const title = '_title'

/** Headers in the reader's language; a path says the way it goes, and what belongs to a line says of which. */
export function headersOf({ columns, lines, locale }: Sheet): string[] {
  const own = columns.map(({ field, through }) =>
    [...through, field].map(({ label }) => localize(label, locale)).join(' / '),
  )
  if (lines === undefined) return own
  const items = localize(lines.field.label, locale)
  const inLine = [rowFields.get('position'), ...lines.columns.map(({ field }) => field)]
  return [
    ...own,
    ...inLine.map((field) => `${items}${locale === 'zh' ? '：' : ': '}${localize(field?.label, locale)}`),
  ]
}

/** A line as its cells are written from: what it points to is named beside it. */
function namedLine(line: Line, sources: readonly Source[]): ResultRow {
  const titles = line._titles ?? {}
  const named = sources.map(({ value }) => [`${value}${title}`, titles] as const)
  return { ...line, ...Object.fromEntries(named) }
}

/** Makes the rows of a record: one, or one per line with what is of the record repeated, so that a file can be filtered. */
export function rowsWriter(
  sheet: Sheet,
): (row: ResultRow, titles: ReadonlyMap<string, string>, shared: SharedTitles) => Cell[][] {
  const write = rowWriter(sheet)
  const { lines, shape } = sheet
  if (lines === undefined) return (row, titles, shared) => [write(row, titles, shared)]
  const value = shape.items.find(({ key }) => key === lines.field.key)?.value ?? lines.field.key
  const sources = lines.columns.map((column): Source => ({
    column,
    value: column.path,
    title: `${column.path}${title}`,
  }))
  const writeLine = cellWriter(sheet, sources)
  const none = ['', ...sources].map((): Cell => ({ text: '', kind: 'text' }))
  return (row, titles, shared) => {
    const own = write(row, titles, shared)
    const all = (row[value] ?? []) as readonly Line[]
    if (all.length === 0) return [[...own, ...none]]
    return all.map((line, at) => [
      ...own,
      { text: String(at + 1), kind: 'number' },
      ...writeLine(namedLine(line, sources), titles, shared),
    ])
  }
}
