import { expect, test } from 'vitest'
import { cleanName } from './clean-name.ts'
import { fileType } from './file-type.ts'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\a.pdf', 'a.pdf'],
  ['e\u0301.txt', 'é.txt'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['a\u0000b\n.png', 'ab.png'],
  ['..', 'file'],
  ['', 'file'],
  ['.htaccess', 'htaccess'],
])('FI-04: %j is kept as %j', (given, name) => expect(cleanName(given)).toBe(name))

test('FI-04: a long name keeps its ending within 200 characters', () => {
  const name = cleanName(`${'长'.repeat(300)}.xlsx`)
  expect([...name]).toHaveLength(200)
  expect(name.endsWith('.xlsx')).toBe(true)
})

test.each([
  ['a.png', '89504e470d0a1a0a', 'image/png'],
  ['a.PNG', '89504e470d0a1a0a', 'image/png'],
  ['a.jpg', '89504e470d0a1a0a', 'mismatch'],
  ['a.svg', '3c737667', 'unknown'],
  ['a.constructor', '00', 'unknown'],
  ['a.txt', '610062', 'mismatch'],
])('FI-03: %s with %s is %s', (name, head, expected) => {
  const found = fileType(name, Buffer.from(head, 'hex'))
  expect(typeof found === 'string' ? found : found.type).toBe(expected)
})
