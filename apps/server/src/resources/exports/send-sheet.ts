import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import { cleanName } from '../files/clean-name.ts'
import { fileHeaders } from '../files/send-file.ts'
import { csvLine, utf8Mark } from './csv.ts'
import type { Cell } from './export-cells.ts'
import { workbook } from './workbook.ts'

async function* csvText(
  headers: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  yield utf8Mark + csvLine(headers)
  for await (const rows of batches) yield rows.map((cells) => csvLine(cells.map(({ text }) => text))).join('')
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export interface SheetFile {
  /** Without the ending. */
  readonly name: string
  readonly format: 'csv' | 'xlsx'
  readonly headers: readonly string[]
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>
}

/** What stands in the file, as it is made. */
export const sheetContent = ({ format, headers, batches }: Omit<SheetFile, 'name'>): Readable =>
  Readable.from(format === 'csv' ? csvText(headers, batches) : workbook(headers, batches), {
    objectMode: false,
  })

export const sheetHeaders = (
  reply: FastifyReply,
  { name, format }: Pick<SheetFile, 'name' | 'format'>,
): FastifyReply => fileHeaders(reply, { name: cleanName(`${name}.${format}`), type: types[format] })

/** Sends a table as a file, as it is made. */
export const sendSheet = (reply: FastifyReply, sheet: SheetFile): FastifyReply =>
  sheetHeaders(reply, sheet).send(sheetContent(sheet))
