import type { Locale } from './shapes.ts'
import type { TextEncoding } from './text-encoding.ts'

/** Those chosen most first. */
export const textEncodings: readonly TextEncoding[] = [
  'utf-8',
  'gb18030',
  'big5',
  'windows-1252',
  'utf-16le',
  'utf-16be',
]

/** What encodings are called where people choose one. */
export const encodingNames: Readonly<Record<TextEncoding, Readonly<Record<Locale, string>>>> = {
  'utf-8': { en: 'Unicode (UTF-8)', zh: 'Unicode（UTF-8）' },
  gb18030: { en: 'Simplified Chinese (GBK, GB18030)', zh: '简体中文（GBK、GB18030）' },
  big5: { en: 'Traditional Chinese (Big5)', zh: '繁体中文（Big5）' },
  'windows-1252': { en: 'Western European (Windows-1252)', zh: '西欧语言（Windows-1252）' },
  'utf-16le': { en: 'Unicode (UTF-16, little-endian)', zh: 'Unicode（UTF-16，小端）' },
  'utf-16be': { en: 'Unicode (UTF-16, big-endian)', zh: 'Unicode（UTF-16，大端）' },
}
