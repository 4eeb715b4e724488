import { numberStyles } from './number-styles.ts'
import { sharedStrings } from './shared-strings.ts'
import { sheetRows } from './sheet-rows.ts'
import { isBlank, tableLimits, type TableRow } from './table-row.ts'
import { unpackEntry, type Unpacked } from './unpack-entry.ts'
import { Unreadable } from './unreadable.ts'
import { workbookSheets } from './workbook-sheets.ts'
import { xmlReader, type XmlHandler } from './xml-reader.ts'
import { readZipDirectory, zipLimits } from './zip-directory.ts'

/** Reads parts of one workbook and counts what they unpack to. */
function workbookReader(zip: Buffer) {
  const entries = readZipDirectory(zip)
  const unpacked: Unpacked = { bytes: 0 }
  const pieces = (part: string): AsyncGenerator<string> | undefined => {
    const entry = entries.get(part)
    return entry === undefined ? undefined : unpackEntry(zip, entry, unpacked)
  }
  async function read(part: string, handler: XmlHandler): Promise<boolean> {
    const source = pieces(part)
    if (source === undefined) return false
    const take = xmlReader(handler)
    for await (const piece of source) take(piece)
    return true
  }
  return { pieces, read }
}

async function* rowsOf(
  pieces: AsyncGenerator<string>,
  handlerFor: (take: (row: TableRow) => void) => XmlHandler,
): AsyncGenerator<TableRow> {
  let waiting: TableRow[] = []
  const take = xmlReader(handlerFor((row) => waiting.push(row)))
  for await (const piece of pieces) {
    take(piece)
    const ready = waiting
    waiting = []
    yield* ready
  }
}

/** Rows of the first sheet that has any, shown sheets first. Meant for a process of its own with a limited heap. */
export async function* readWorkbook(zip: Buffer): AsyncGenerator<TableRow> {
  if (zip.length > zipLimits.bytes)
    throw new Unreadable('tooLargeInside', { limit: `${zipLimits.bytes / 1024 / 1024} MB` })
  const { pieces, read } = workbookReader(zip)
  const sheets = workbookSheets()
  if (!(await read('xl/workbook.xml', sheets.handler))) throw new Unreadable('notWorkbook')
  await read('xl/_rels/workbook.xml.rels', sheets.relations)
  const styles = numberStyles()
  const strings = sharedStrings()
  await read('xl/styles.xml', styles.handler)
  await read('xl/sharedStrings.xml', strings.handler)
  const context = { texts: strings.texts, from1904: sheets.from1904(), styleOf: styles.of }
  for (const part of sheets.parts()) {
    const source = pieces(part)
    if (source === undefined) continue
    let found = 0
    for await (const row of rowsOf(source, (take) => sheetRows(context, take))) {
      if (isBlank(row)) continue
      found += 1
      if (found > tableLimits.rows + 1) throw new Unreadable('tooManyRows', { limit: tableLimits.rows })
      yield row
    }
    if (found > 0) return
  }
}
