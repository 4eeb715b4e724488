import { open } from 'node:fs/promises'
import { tableKind } from './file-kind.ts'
import { readTextTable } from './read-text-table.ts'
import { readWorkbookApart } from './read-workbook-apart.ts'
import type { TableRow } from './table-row.ts'
import { Unreadable } from './unreadable.ts'
import { zipLimits } from './zip-directory.ts'

export interface Table {
  readonly rows: AsyncIterable<TableRow>
  /** A sheet leaves empty cells out at the end of a row; in a text file a short row is a broken one. */
  readonly mayBeShort: boolean
}

async function headOf(path: string): Promise<{ head: Uint8Array; bytes: number }> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return { head: buffer.subarray(0, bytesRead), bytes: (await file.stat()).size }
  } finally {
    await file.close()
  }
}

/** The table in a file, by what the file is and not by what it is called. */
export async function readTable(path: string): Promise<Table> {
  const { head, bytes } = await headOf(path)
  if (bytes === 0) throw new Unreadable('empty')
  if (tableKind(head) === 'text') return { rows: readTextTable(path), mayBeShort: false }
  if (bytes > zipLimits.bytes)
    throw new Unreadable('tooLargeInside', { limit: `${zipLimits.bytes / 1024 / 1024} MB` })
  return { rows: readWorkbookApart(path), mayBeShort: true }
}
