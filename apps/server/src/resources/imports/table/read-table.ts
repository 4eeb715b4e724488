import type { TextEncoding } from '@pipewright/contract'
import type { ReadAs } from '@pipewright/db'
import { open } from 'node:fs/promises'
import { fileEncoding } from './file-encoding.ts'
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
  /** How its text was read; null of a workbook. */
  readonly readAs: ReadAs | null
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

/** The table in a file, by what the file is and not by what it is called; text in the chosen encoding, or in one found by its bytes. */
export async function readTable(path: string, chosen?: TextEncoding): Promise<Table> {
  const { head, bytes } = await headOf(path)
  if (bytes === 0) throw new Unreadable('empty')
  if (tableKind(head) === 'text') {
    const encoding = await fileEncoding(path, chosen)
    const readAs = { encoding, chosen: chosen !== undefined }
    return { rows: readTextTable(path, encoding), mayBeShort: false, readAs }
  }
  if (chosen !== undefined) throw new Unreadable('noEncoding')
  if (bytes > zipLimits.bytes)
    throw new Unreadable('tooLargeInside', { limit: `${zipLimits.bytes / 1024 / 1024} MB` })
  return { rows: readWorkbookApart(path), mayBeShort: true, readAs: null }
}
