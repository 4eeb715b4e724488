import { unguardFormula } from '@pipewright/compiler'
import type { Locale, TableSheet } from '@pipewright/contract'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { cellsOf, headerOf } from './stage-table.ts'
import { readTable } from './table/read-table.ts'
import { isBlank } from './table/table-row.ts'
import { Unreadable } from './table/unreadable.ts'

/** To make a form from: longer text tells no more about its column. */
const samples: SheetLimits = { rows: 10_000, cell: 400 }
const mostCharacters = 8_000_000

interface SheetLimits {
  readonly rows: number
  readonly cell: number
}

async function readRows(path: string, limits: SheetLimits): Promise<TableSheet> {
  const { rows: lines, mayBeShort } = await readTable(path)
  const rows: string[][] = []
  let header: string[] | undefined
  let characters = 0
  for await (const line of lines) {
    if (isBlank(line)) continue
    if (header === undefined) {
      header = headerOf(line)
      continue
    }
    if (rows.length >= limits.rows || characters > mostCharacters) return { header, rows, more: true }
    const cells = cellsOf(line, header.length, mayBeShort)
      .slice(0, header.length)
      .map((cell) => unguardFormula(cell).slice(0, limits.cell))
    characters += cells.reduce((sum, cell) => sum + cell.length, 0)
    rows.push(cells)
  }
  if (header === undefined) throw new Unreadable('empty')
  if (rows.length === 0) throw new Unreadable('headerOnly')
  return { header, rows, more: false }
}

/** The header and first rows of an uploaded table, or why it is none. */
export async function readSheet(
  path: string,
  locale: Locale,
  limits: SheetLimits = samples,
): Promise<TableSheet> {
  try {
    return await readRows(path, limits)
  } catch (error) {
    return refuseUnreadable(error, locale)
  }
}
