import type { TableSheet } from '@pipewright/contract'

const mostRows = 10_000

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

/** A table that was pasted from a spreadsheet or as CSV; null when there is no header with at least one row. */
export function pastedTable(text: string): TableSheet | null {
  const plain = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '')
  const separator = plain.includes('\t') ? '\t' : ','
  const [head, ...body] = cellsOf(plain, separator).filter((row) => row.some((cell) => cell.trim() !== ''))
  if (head === undefined || body.length === 0) return null
  const width = head.findLastIndex((cell) => cell.trim() !== '') + 1
  const header = head.slice(0, width).map((cell, at) => cell.trim() || String.fromCodePoint(65 + (at % 26)))
  const rows = body
    .slice(0, mostRows)
    .map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? '').trim()))
  return { header, rows, more: body.length > mostRows }
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** The table as a CSV file, to be imported. */
export const csvFile = (table: TableSheet, name: string): File =>
  new File(
    [[table.header, ...table.rows].map((row) => row.map(quoted).join(',')).join('\n')],
    `${name}.csv`,
    {
      type: 'text/csv',
    },
  )
