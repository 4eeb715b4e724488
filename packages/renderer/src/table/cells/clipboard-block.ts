import { readBlock } from '../../controls/line-items/paste-block.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Cells as spreadsheets take them as text: quotes around what holds tabs, line breaks or quotes. */
export const tsvOf = (cells: readonly (readonly string[])[]): string =>
  cells
    .map((row) =>
      row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n')

/** Cells as a table, which keeps line breaks in cells. */
export function htmlOf(cells: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<td>${escaped(text).replaceAll('\n', '<br>')}</td>`
  const rows = cells.map((row) => `<tr>${row.map(cell).join('')}</tr>`)
  return `<table><tbody>${rows.join('')}</tbody></table>`
}

function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n')
  return (copy.textContent ?? '').replaceAll('\u00A0', ' ').trim()
}

/** Cells of the first table in a piece of HTML; undefined without one. Nothing of it is ever shown. */
function readTable(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (table === null) return undefined
  return [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      textOf(cell),
      ...Array<string>(Math.max(0, cell.colSpan - 1)).fill(''),
    ]),
  )
}

/** A block out of the clipboard. Its text is what a spreadsheet shows; the table is for programs that give no tabs. */
export function readClipboard({ text, html }: { readonly text: string; readonly html: string }): string[][] {
  if (/[\t\n]/.test(text.replace(/\r?\n$/, '')) || html === '') return readBlock(text)
  return readTable(html) ?? readBlock(text)
}
