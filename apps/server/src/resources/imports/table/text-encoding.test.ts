import { narrowEncoding, wideEncoding } from '@pipewright/contract'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodes } from './decodes.ts'
import { detectDelimiter } from './delimiter.ts'
import { tableKind } from './file-kind.ts'

test.each([
  ['gbk', '姓名,公司\n张伟,云杉科技有限公司\n', 'gb18030'],
  ['big5', '姓名,公司\n張偉,雲杉科技有限公司，臺北\n', 'big5'],
  ['windows-1252', 'name,city\nJosé,Zürich\nFrançois,Genève\n', 'windows-1252'],
  ['big5', '姓名,張偉,臺北', 'big5'],
  ['windows-1252', 'été,Élève,Noël,Müller,naïve\n', 'windows-1252'],
  ['gbk', 'name,phone\nAnn,1\n李四,2\n', 'gb18030'],
])('%s is known by its bytes', (encoding, text, expected) =>
  expect(narrowEncoding(iconv.encode(text, encoding), decodes)).toBe(expected),
)

test.each(['utf-16le', 'utf-16be'] as const)('%s is known with and without its mark', (encoding) => {
  expect(wideEncoding(iconv.encode('name,phone\nAnn,1', encoding))).toBe(encoding)
  expect(wideEncoding(iconv.encode('姓名', encoding, { addBOM: true }))).toBe(encoding)
  expect(wideEncoding(Buffer.from('name'))).toBeUndefined()
  expect(wideEncoding(Buffer.from([0, 0, 1, 0, 0, 7]))).toBe('binary')
})

test.each([
  ['a,b\n1,2\n', ','],
  ['a;b\n"1,5";2\n', ';'],
  ['a\tb,c\n1\t2\n', '\t'],
  ['name\nA\n', ','],
  ['a|b\n1|2\n', '|'],
  ['a;b;c\n1,5;2,5;3\n4,0;5;6\n', ';'],
  ['name,need\nA,"x;y;z;w"\nB,"1;2"\n', ','],
])('%j is divided by %j', (sample, expected) => expect(detectDelimiter(sample)).toBe(expected))

test('what a file is, its bytes say', () => {
  expect(tableKind(Buffer.from('name,phone'))).toBe('text')
  expect(tableKind(Buffer.from('504b0304', 'hex'))).toBe('xlsx')
  for (const head of ['%PDF-1.7', '\uFEFF<html>', '{\\rtf1', ' <!DOCTYPE html>'])
    expect(() => tableKind(Buffer.from(head))).toThrow('notTable')
})
