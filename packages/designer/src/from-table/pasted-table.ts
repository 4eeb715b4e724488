import type { TableSheet } from '@pipewright/contract'

/** So many rows are looked at; all of them are imported. */
const mostRows = 10_000

export interface PastedTable extends TableSheet {
  readonly all: readonly (readonly string[])[]
}

/** Cells of text as spreadsheets copy it: tabs between cells, quotes around what has tabs or lines in it. */
function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator || sign === '\n') {
      row.push(cell)
      cell = ''
      if (sign === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += sign
  }
  row.push(cell)
  rows.push(row)
  return rows
}

/** The name of a column in a spreadsheet: A to Z, then AA. */
function letters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** A table that was pasted from a spreadsheet or as CSV, and its rows; null when there is no header with at least one row. */
export function pastedTable(text: string): PastedTable | null {
  const plain = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '')
  const separator = plain.includes('\t') ? '\t' : ','
  const [head, ...body] = cellsOf(plain, separator).filter((row) => row.some((cell) => cell.trim() !== ''))
  if (head === undefined || body.length === 0) return null
  const width = head.findLastIndex((cell) => cell.trim() !== '') + 1
  const header = head.slice(0, width).map((cell, at) => cell.trim() || letters(at))
  const rows = body.map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? '').trim()))
  return { header, rows: rows.slice(0, mostRows), more: rows.length > mostRows, all: rows }
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** The table as a CSV file, to be imported. */
export const csvFile = (table: PastedTable, name: string): File =>
  new File([[table.header, ...table.all].map((row) => row.map(quoted).join(',')).join('\n')], `${name}.csv`, {
    type: 'text/csv',
  })
