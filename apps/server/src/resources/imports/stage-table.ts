import { unguardFormula } from '@pipewright/compiler'
import { stageRows, type Connection, type FileColumn, type FileRow, type WorkspaceRef } from '@pipewright/db'
import type { Table } from './table/read-table.ts'
import { isBlank, tableLimits, type TableRow } from './table/table-row.ts'
import { Unreadable } from './table/unreadable.ts'

const perBatch = 1000
/** So many values of a column are looked at to guess what it is. */
const samplesKept = 200

export interface StagedTable {
  readonly columns: readonly FileColumn[]
  readonly rows: number
}

function letters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** The header without blank cells at its end; a blank one inside is called like its column in a spreadsheet. */
export function headerOf({ cells }: TableRow): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  if (last >= tableLimits.columns) throw new Unreadable('tooManyColumns', { limit: tableLimits.columns })
  return cells.slice(0, last + 1).map((cell, column) => {
    const name = unguardFormula(cell).normalize('NFC').replaceAll(/\s+/gu, ' ').trim().slice(0, 200)
    return name === '' ? letters(column) : name
  })
}

/** The cells of a row, as many as the header has; more or fewer only where that is a mistake of the file. */
export function cellsOf({ cells }: TableRow, width: number, mayBeShort: boolean): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  const filled = cells.slice(0, Math.max(width, last + 1))
  while (mayBeShort && filled.length < width) filled.push('')
  return filled
}

/** Stages the rows of a table and collects what its columns hold; a table without rows is refused. */
export async function stageTable(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
  { rows, mayBeShort }: Table,
): Promise<StagedTable> {
  let header: string[] | undefined
  let samples: Set<string>[] = []
  let batch: FileRow[] = []
  let count = 0
  for await (const row of rows) {
    if (isBlank(row)) continue
    if (header === undefined) {
      header = headerOf(row)
      samples = header.map(() => new Set())
      continue
    }
    count += 1
    if (count > tableLimits.rows) throw new Unreadable('tooManyRows', { limit: tableLimits.rows })
    const cells = cellsOf(row, header.length, mayBeShort)
    for (const [column, known] of samples.entries()) {
      const cell = cells[column]?.trim() ?? ''
      if (cell !== '' && known.size < samplesKept) known.add(cell.slice(0, 200))
    }
    batch.push({ row: row.row, cells })
    if (batch.length < perBatch) continue
    await stageRows(tx, workspace, id, batch)
    batch = []
  }
  if (header === undefined) throw new Unreadable('empty')
  if (count === 0) throw new Unreadable('headerOnly')
  await stageRows(tx, workspace, id, batch)
  return {
    rows: count,
    columns: header.map((name, column) => ({ column, name, samples: [...(samples[column] ?? [])] })),
  }
}
