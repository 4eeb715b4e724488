import type { Cell } from './export-cells.ts'
import { zipStream, type ZipPart } from './zip-stream.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const ml = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${ml}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ml}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${ml}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is a day, style 2 a day with time, style 3 the header.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
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

const rowXml = <C>(row: number, cells: readonly C[], xml: (cell: C, place: string) => string): string =>
  `<row r="${row}">${cells.map((cell, column) => xml(cell, `${letters(column)}${row}`)).join('')}</row>`

const opening = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`

async function* sheetXml(
  headers: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  let row = 1
  yield opening + rowXml(row, headers, (header, place) => textCell(place, header, 3))
  for await (const rows of batches) yield rows.map((cells) => rowXml((row += 1), cells, cellXml)).join('')
  yield '</sheetData></worksheet>'
}

/** An XLSX workbook of one sheet as a stream. */
export function workbook(
  headers: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Buffer> {
  const parts: ZipPart[] = Object.entries(frame).map(([name, xml]) => ({
    name,
    content: [declaration + xml],
  }))
  return zipStream([...parts, { name: 'xl/worksheets/sheet1.xml', content: sheetXml(headers, batches) }])
}
