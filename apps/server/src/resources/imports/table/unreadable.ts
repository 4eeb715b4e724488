import type { ProblemParams, TextEncoding } from '@pipewright/contract'

/** Why a file cannot be read as a table, in both languages; `{name}` is a parameter. */
export const unreadableReasons = {
  empty: { en: 'it is empty.', zh: '文件为空。' },
  headerOnly: { en: 'it has a header but no rows.', zh: '文件只有表头，没有数据行。' },
  notTable: {
    en: 'it is not a table. Use a CSV or XLSX file.',
    zh: '文件不是表格，请使用 CSV 或 XLSX 文件。',
  },
  oldWorkbook: {
    en: 'it is an old .xls workbook or protected by a password. Save it as XLSX without a password.',
    zh: '文件是旧版 .xls 工作簿或设有密码，请另存为不带密码的 XLSX 文件。',
  },
  notWorkbook: { en: 'it is not an XLSX workbook.', zh: '文件不是 XLSX 工作簿。' },
  damaged: { en: 'it is damaged.', zh: '文件已损坏。' },
  tooLargeInside: {
    en: 'unpacked it is larger than {limit}, or far larger than the file itself.',
    zh: '解压后超过 {limit}，或远大于文件本身。',
  },
  tooLong: { en: 'reading it takes too long.', zh: '读取时间过长。' },
  tooManyColumns: { en: 'it has more than {limit} columns.', zh: '列数超过 {limit}。' },
  tooManyRows: {
    en: 'it has more than {limit} rows. Split it into several files.',
    zh: '行数超过 {limit}，请拆分为多个文件。',
  },
  notZip: { en: 'it is not a zip file.', zh: '文件不是 zip 压缩包。' },
  tooManyFiles: {
    en: 'it holds more than {limit} files. Split it into several.',
    zh: '包含的文件超过 {limit} 个，请拆分为多个压缩包。',
  },
  noTable: {
    en: 'it holds no CSV or XLSX file. Put the table beside the files, or choose the table first and its files afterwards.',
    zh: '压缩包内没有 CSV 或 XLSX 文件。请将表格与附件放在一起，或先选择表格，再添加附件。',
  },
  manyTables: {
    en: 'it holds several tables: {names}. Leave one of them in, or choose the table first and its files afterwards.',
    zh: '压缩包内有多个表格：{names}。请只保留一个，或先选择表格，再添加附件。',
  },
  noEncoding: {
    en: 'it is a workbook, for which no encoding can be chosen.',
    zh: '文件是工作簿，不能选择编码。',
  },
  quote: {
    en: 'a quotation mark is not closed (row {row}).',
    zh: '引号没有闭合（第 {row} 行）。',
  },
} as const

export type UnreadableReason = keyof typeof unreadableReasons

/** A file that is no table we can read; becomes the problem `file-unreadable`. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason
  readonly params: ProblemParams
  constructor(reason: UnreadableReason, params: ProblemParams = {}) {
    super(reason)
    this.name = 'Unreadable'
    this.reason = reason
    this.params = params
  }
}

/** Text whose bytes make no sense in the encoding that was chosen; becomes the problem `encoding-misfit`. */
export class Misread extends Error {
  readonly encoding: TextEncoding
  constructor(encoding: TextEncoding) {
    super(encoding)
    this.name = 'Misread'
    this.encoding = encoding
  }
}
