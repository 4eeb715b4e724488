import type { Cell } from './export-cells.ts'
import { zipStream, type ZipPart } from './zip-stream.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const ml = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// Style 1 is a day, style 2 a day with time, style 3 the header.
const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`

// What is not named is a sheet: how many there will be is not known yet.
const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${ml}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${ml}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${ml}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/styles.xml': styles,
}

/** What names the sheets. */
function bookOf(sheets: number): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: sheets }, (_sheet, at) => at + 1)
  const named = numbers.map((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="rId${n}"/>`)
  const related = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  )
  return {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${related.join('')}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  }
}

/** A cell holds no more; a longer text would make the whole file unreadable there. */
const longestText = 32_767
const epoch = Date.UTC(1899, 11, 30)
const firstDay = '1900-03-01'
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escapeXml = (text: string): string =>
  text
    .slice(0, longestText)
    .toWellFormed()
    .replaceAll(/_x[0-9a-f]{4}_/gi, (code) => `_x005F${code}`)
    // XML cannot hold them.
    .replaceAll(
      /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu,
      (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign)

function letters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

const textCell = (place: string, text: string, style = 0): string =>
  `<c r="${place}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

const plainMoment = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d(?:\.\d{1,3})?))?$/

/** Days and times as the numbers spreadsheets count them by; undefined where they cannot. */
function serialOf(text: string): string | undefined {
  const match = plainMoment.exec(text)
  if (match === null || text < firstDay) return undefined
  const ms = Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}Z`) - epoch
  return (ms / 86_400_000).toFixed(10).replace(/\.?0+$/, '')
}

/** A spreadsheet keeps 15 digits of a number; what has more stays exact as text. */
const isExactNumber = (text: string): boolean =>
  /^-?\d+(?:\.\d+)?$/.test(text) && text.replace(/^-?0*\.?0*/, '').replaceAll(/\D/g, '').length <= 15

function cellXml({ text, kind }: Cell, place: string): string {
  if (text === '') return ''
  if (kind === 'number' && isExactNumber(text)) return `<c r="${place}"><v>${text}</v></c>`
  const serial = kind === 'date' || kind === 'dateTime' ? serialOf(text) : undefined
  return serial === undefined
    ? textCell(place, text)
    : `<c r="${place}" s="${kind === 'date' ? 1 : 2}"><v>${serial}</v></c>`
}

const rowXml = <C>(
  row: number,
  cells: readonly C[],
  columns: readonly string[],
  xml: (cell: C, place: string) => string,
): string => `<row r="${row}">${cells.map((cell, at) => xml(cell, `${columns[at]}${row}`)).join('')}</row>`

const opening = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`

type Row = readonly Cell[]

/** As much as a sheet takes: its lines with the header, and what a zip file can say of its size. */
const sheetLimits = { lines: 1_048_576, signs: 1_300_000_000 }
export type SheetLimits = typeof sheetLimits

/** Rows that are taken one portion after the other, by one sheet after the other. */
class RowSource {
  #left: readonly Row[] = []
  readonly #batches: AsyncIterator<readonly Row[]>
  constructor(batches: AsyncIterable<readonly Row[]>) {
    this.#batches = batches[Symbol.asyncIterator]()
  }
  /** Whether there are any more. */
  async hasMore(): Promise<boolean> {
    while (this.#left.length === 0) {
      const next = await this.#batches.next()
      if (next.done === true) return false
      this.#left = next.value
    }
    return true
  }
  take(most: number): readonly Row[] {
    const taken = this.#left.slice(0, most)
    this.#left = this.#left.slice(most)
    return taken
  }
  async close(): Promise<void> {
    await this.#batches.return?.()
  }
}

async function* sheetXml(
  headers: readonly string[],
  source: RowSource,
  { lines, signs }: SheetLimits,
): AsyncGenerator<string> {
  const columns = headers.map((_header, column) => letters(column))
  let line = 1
  let written = 0
  yield opening + rowXml(line, headers, columns, (header, place) => textCell(place, header, 3))
  while (line < lines && written < signs && (await source.hasMore())) {
    const xml = source
      .take(lines - line)
      .map((cells) => rowXml((line += 1), cells, columns, cellXml))
      .join('')
    written += xml.length
    yield xml
  }
  yield '</sheetData></worksheet>'
}

const partsOf = (files: Readonly<Record<string, string>>): ZipPart[] =>
  Object.entries(files).map(([name, xml]) => ({ name, content: [declaration + xml] }))

async function* bookParts(
  headers: readonly string[],
  source: RowSource,
  limits: SheetLimits,
): AsyncGenerator<ZipPart> {
  yield* partsOf(frame)
  let sheets = 0
  do {
    sheets += 1
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheetXml(headers, source, limits) }
  } while (await source.hasMore())
  yield* partsOf(bookOf(sheets))
}

/** An XLSX workbook as a stream: one sheet, or as many as its rows fill. */
export async function* workbook(
  headers: readonly string[],
  batches: AsyncIterable<readonly Row[]>,
  limits: SheetLimits = sheetLimits,
): AsyncGenerator<Buffer> {
  const source = new RowSource(batches)
  try {
    yield* zipStream(bookParts(headers, source, limits))
  } finally {
    await source.close()
  }
}
