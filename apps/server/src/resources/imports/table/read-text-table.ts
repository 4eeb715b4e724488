import type { TextEncoding } from '@pipewright/contract'
import { parse, CsvError } from 'csv-parse'
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { detectDelimiter } from './delimiter.ts'
import { textOf } from './file-text.ts'
import type { TableRow } from './table-row.ts'
import { Unreadable } from './unreadable.ts'

/** A cell of this many characters is an unclosed quote. */
const longestRow = 2 * 1024 * 1024

async function* decoded(file: FileHandle, encoding: TextEncoding): AsyncGenerator<string> {
  for await (const text of textOf(file, encoding)) {
    if (text.includes('\u0000')) throw new Unreadable('notTable')
    yield text
  }
}

/** A spreadsheet's own word for the delimiter, in a line of its own that is no row. */
const hint = /^sep=(.)\r?\n/i

async function* withoutHint(texts: AsyncGenerator<string>): AsyncGenerator<string> {
  let first = true
  for await (const text of texts) {
    yield first ? text.replace(hint, '') : text
    first = false
  }
}

async function delimiterOf(file: FileHandle, encoding: TextEncoding): Promise<string> {
  for await (const text of decoded(file, encoding)) {
    const told = hint.exec(text)?.[1]
    return told ?? detectDelimiter(text)
  }
  return ','
}

const quoteErrors = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE', 'CSV_INVALID_CLOSING_QUOTE'])

function asUnreadable(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error
  return quoteErrors.has(error.code) ? new Unreadable('quote', { row }) : new Unreadable('damaged')
}

/** Rows of a CSV or TSV file in an encoding: the delimiter by its content, blank lines counted as a spreadsheet does. */
export async function* readTextTable(path: string, encoding: TextEncoding): AsyncGenerator<TableRow> {
  const file = await open(path, 'r')
  let row = 0
  try {
    const delimiter = await delimiterOf(file, encoding)
    const parser = parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRow,
    })
    const source = Readable.from(withoutHint(decoded(file, encoding)))
    source.on('error', (error) => parser.destroy(error))
    source.pipe(parser)
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1
      yield { row, cells }
    }
  } catch (error) {
    throw asUnreadable(error, row + 1)
  } finally {
    await file.close()
  }
}
