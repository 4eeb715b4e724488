import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )

test.each<[string, Uint8Array, string, string]>([
  ['UTF-8', bytes('姓名,公司'), 'utf-8', '姓名,公司'],
  ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], 'a'), 'utf-8', 'a'],
  ['UTF-8 cut in the middle of a character', bytes('张', [0xe4, 0xbc]), 'utf-8', '张'],
  ['GBK of a Chinese computer', bytes([0xd0, 0xd5, 0xc3, 0xfb], ',1'), 'gb18030', '姓名,1'],
  ['GBK cut in the middle of a character', bytes([0xd0, 0xd5, 0xc3]), 'gb18030', '姓'],
  [
    'Big5 of a Chinese computer in Taiwan',
    bytes([0xa9, 0x6d, 0xa6, 0x57], ',', [0xb1, 0x69, 0xb0, 0xb6], ',', [0xbb, 0x4f, 0xa5, 0x5f]),
    'big5',
    '姓名,張偉,臺北',
  ],
  ['UTF-16 of a spreadsheet', bytes([0xff, 0xfe, 0xd3, 0x59, 0x0d, 0x54]), 'utf-16le', '姓名'],
  ['UTF-16 without its mark', bytes('n', [0], 'a', [0], 'm', [0], 'e', [0]), 'utf-16le', 'name'],
  ['what is none of them', bytes('caf', [0xe9, 0x20, 0xff, 0x0d]), 'windows-1252', 'café ÿ\r'],
])('%s is read', (_, given, encoding, text) => {
  expect(decodeText(given)).toEqual({ encoding, text })
})
