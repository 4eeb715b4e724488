/** A cell: text, a whole number, or nothing. */
export type Cell = string | number | undefined
export type Row = Readonly<Record<string, Cell>>

function cellText(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** CSV with a header line, in the order of `columns`; a key that is no column is our mistake. */
export function toCsv(columns: readonly string[], rows: readonly Row[]): string {
  for (const row of rows)
    for (const key of Object.keys(row)) if (!columns.includes(key)) throw new Error(`No column ${key}`)
  const lines = rows.map((row) => columns.map((column) => cellText(row[column])).join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

/** Reads what `toCsv` writes. */
export function fromCsv(text: string): Record<string, string>[] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n)/g)]
  const lines: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\n') lines.push([])
  }
  const [header = [], ...rows] = lines.slice(0, -1)
  return rows.map((row) => Object.fromEntries(header.map((key, index) => [key, row[index] ?? ''])))
}
