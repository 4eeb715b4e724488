import { strToU8, zipSync, type Zippable } from 'fflate'
import { expect, test } from 'vitest'
import { cellNumber, numberText } from './cell-number.ts'
import { readWorkbook } from './read-workbook.ts'
import { columnIndex } from './sheet-rows.ts'
import type { TableRow } from './table-row.ts'
import { readZipDirectory } from './zip-directory.ts'
import { xmlReader } from './xml-reader.ts'

test.each([
  ['123456789012345678', '123456789012345678'],
  ['0.30000000000000004', '0.3'],
  ['1.5E+3', '1500'],
  ['1.2E-5', '0.000012'],
  ['1234.5', '1234.5'],
  ['-0.1', '-0.1'],
  ['1E+20', '100000000000000000000'],
])('the number %s is %s', (stored, text) => expect(numberText(stored)).toBe(text))

test.each([
  ['45356', { kind: 'date' }, false, '2024-03-05'],
  ['45356.5', { kind: 'dateTime' }, false, '2024-03-05 12:00:00'],
  ['1', { kind: 'date' }, false, '1900-01-01'],
  ['43894', { kind: 'date' }, true, '2024-03-05'],
  ['0.75', { kind: 'time' }, false, '18:00:00'],
  ['0.2', { kind: 'percent' }, false, '20%'],
  ['0.07', { kind: 'percent' }, false, '7%'],
  ['42', { kind: 'zeros', digits: 5 }, false, '00042'],
  ['45356.520833333336', { kind: 'dateTime' }, false, '2024-03-05 12:30:00'],
] as const)('%s shown as %j is text', (stored, style, from1904, text) =>
  expect(cellNumber(stored, style, from1904)).toBe(text),
)

test('columns are counted by their letters', () =>
  expect(['A', 'Z', 'AA', 'XFD'].map(columnIndex)).toEqual([0, 25, 26, 16_383]))

test('XML comes in pieces of any size', () => {
  const xml = '<?xml version="1.0"?><!-- > --><x:a b="1 &lt; 2" c=\'é\'>t&amp;<![CDATA[<raw>]]><d/></x:a>'
  for (let size = 1; size < 12; size += 1) {
    const seen: unknown[] = []
    const read = xmlReader({
      open: (name, attributes) => seen.push([name, attributes]),
      text: (text) => seen.push(text),
      close: (name) => seen.push(`/${name}`),
    })
    for (let at = 0; at < xml.length; at += size) read(xml.slice(at, at + size))
    expect(seen).toEqual([['a', { b: '1 < 2', c: 'é' }], 't&', '<raw>', ['d', {}], '/d', '/a'])
  }
})

const workbook =
  '<workbook><sheets><sheet name="Hidden" state="hidden" r:id="r1"/><sheet name="S" r:id="r2"/></sheets></workbook>'
const relations =
  '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>'

const bookOf = (sheet: string, more: Zippable = {}): Buffer =>
  Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8(workbook),
      'xl/_rels/workbook.xml.rels': strToU8(relations),
      'xl/worksheets/sheet1.xml': strToU8('<sheetData><row><c t="str"><v>hidden</v></c></row></sheetData>'),
      'xl/worksheets/sheet2.xml': strToU8(`<sheetData>${sheet}</sheetData>`),
      ...more,
    }),
  )

async function rowsOf(zip: Buffer): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of readWorkbook(zip)) rows.push(row)
  return rows
}

test('shared, rich and inline texts, truth, gaps, and the shown sheet first', async () => {
  const strings =
    '<sst><si><t>one_x000D_</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>aid</t></rPh></si></sst>'
  const sheet =
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="5"><c t="b"><v>1</v></c><c t="inlineStr"><is><t>in</t></is></c><c t="e"><v>#N/A</v></c></row>'
  expect(await rowsOf(bookOf(sheet, { 'xl/sharedStrings.xml': strToU8(strings) }))).toEqual([
    { row: 2, cells: ['one\r', '', 'rich'] },
    { row: 5, cells: ['TRUE', 'in', '#N/A'] },
  ])
})

test.each([
  ['too many columns', () => bookOf('<row><c r="ALM1" t="str"><v>x</v></c></row>'), 'tooManyColumns'],
  ['a document type', () => bookOf('<!DOCTYPE a [<!ENTITY b "c">]>'), 'damaged'],
  ['another document', () => Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>') })), 'notWorkbook'],
  ['a bomb', () => bookOf('', { 'xl/styles.xml': new Uint8Array(30_000_000) }), 'tooLargeInside'],
  [
    '1,001 entries',
    () =>
      bookOf('', Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`x${n}`, new Uint8Array(1)]))),
    'tooLargeInside',
  ],
  ['half a file', () => bookOf('<row/>').subarray(0, 300), 'damaged'],
])('%s is refused', async (_, make, reason) => {
  await expect(rowsOf(make())).rejects.toMatchObject({ reason })
})

test('a directory that lies about its sizes is found out while unpacking', async () => {
  const zip = bookOf(
    `<row><c t="str"><v>${Array.from({ length: 20_000 }, (_, n) => (n * 7919) % 10_007).join(' ')}</v></c></row>`,
  )
  const entry = readZipDirectory(zip).get('xl/worksheets/sheet2.xml')
  const mark = zip.indexOf(Buffer.from('504b0102', 'hex'))
  let at = mark
  while (zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) !== entry?.name)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  zip.writeUInt32LE(10, at + 24)
  await expect(rowsOf(zip)).rejects.toMatchObject({ reason: 'tooLargeInside' })
})
