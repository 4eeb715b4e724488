import type { FileProblemCode } from '@pipewright/compiler'
import { fieldProblems, problems, problemText, type ImportProblem, type Locale } from '@pipewright/contract'
import type { ImportError, RowProblem } from '@pipewright/db'

/** What can be wrong with a row of a file alone. */
const ofFiles = {
  ragged: {
    en: 'This row has {cells} cells, the header has {columns}.',
    zh: '此行有 {cells} 个单元格，而表头有 {columns} 个。',
  },
  'alike-twice': {
    en: 'Row {first} changes the same record. Decide of this row by itself.',
    zh: '第 {first} 行已更新同一条记录，请单独决定如何处理此行。',
  },
  'row-differs': {
    en: 'Row {first}, the first of this record, says “{said}” here. Write the same in all rows of the record, leave this cell empty, or let the first row count.',
    zh: '该记录首行（第 {first} 行）此处为“{said}”。请在该记录的各行填写相同内容，或将此单元格留空，或选择以首行为准。',
  },
  'row-adds': {
    en: 'Row {first}, the first of this record, leaves this empty. Write it there, leave this cell empty, or let the first row count.',
    zh: '该记录首行（第 {first} 行）此处为空。请填写在首行，或将此单元格留空，或选择以首行为准。',
  },
  'first-counts': {
    en: 'Not taken over: row {first}, the first of this record, says “{said}”, and the first row counts.',
    zh: '未采用：以该记录首行（第 {first} 行）的“{said}”为准。',
  },
  'first-empty': {
    en: 'Not taken over: row {first}, the first of this record, leaves this empty, and the first row counts.',
    zh: '未采用：该记录首行（第 {first} 行）此处为空，以首行为准。',
  },
  scientific: {
    en: 'A spreadsheet shortened this number and its digits are lost. Format the column as text and export it again.',
    zh: '该编号已被表格软件转为科学计数法，部分数字丢失。请将此列设为文本格式后重新导出。',
  },
  'file-missing': { en: 'The zip has no file “{value}”.', zh: '压缩包内没有文件“{value}”。' },
  'file-many': {
    en: 'Several files of the zip are called “{value}”. Name the folder too, as in “2026/offer.pdf”.',
    zh: '压缩包内有多个名为“{value}”的文件，请同时写明文件夹，例如“2026/报价.pdf”。',
  },
  'files-repeated': {
    en: 'Rows name the same files so often that their copies come to more than 1 GB. “{value}” is one too many.',
    zh: '多行引用相同文件，副本总量超过 1 GB，“{value}”无法再附加。',
  },
  'zipped-empty': { en: 'The file “{value}” is empty.', zh: '文件“{value}”为空。' },
  'zipped-mismatch': {
    en: 'The content of the file “{value}” is not what its name says.',
    zh: '文件“{value}”的内容与扩展名不符。',
  },
  'zipped-unknown': {
    en: 'Files like “{value}” cannot be attached.',
    zh: '不支持“{value}”这种类型的文件。',
  },
  'zipped-large': {
    en: 'The file “{value}” is too large to be attached.',
    zh: '文件“{value}”过大，无法作为附件。',
  },
  'zipped-locked': {
    en: 'The file “{value}” is protected by a password or packed in an unknown way.',
    zh: '文件“{value}”设有密码，或压缩方式不受支持。',
  },
  'bad-instant': {
    en: 'This is not a date with time, like 2026-11-21 16:00.',
    zh: '日期时间无效，例如 2026-11-21 16:00。',
  },
  'bad-date': {
    en: 'This is no day of the calendar in the chosen order of day, month and year.',
    zh: '按所选的年月日顺序，这不是有效日期。',
  },
} as const

const errors: Readonly<Record<ImportError, { readonly en: string; readonly zh: string }>> = {
  changed: {
    en: 'Something changed since the check, so rows that were good are refused now. Nothing was imported; check the file again.',
    zh: '检查之后数据有变化，部分原本有效的行现在无法导入。未导入任何数据，请重新检查文件。',
  },
  refused: { en: 'Nothing was imported.', zh: '未导入任何数据。' },
  stuck: {
    en: 'The server stopped three times at the same place of this file. Nothing was imported. Split it into smaller files, or check it again; if it stops again, ask your administrator, who finds the reason in the log of the server.',
    zh: '服务器处理此文件时连续三次在同一处中断，未导入任何数据。请将文件拆分为多个小文件后导入，或重新检查；如仍然中断，请联系管理员查看服务器日志。',
  },
  internal: {
    en: 'Something went wrong on our side. Nothing was imported.',
    zh: '系统出错，未导入任何数据。',
  },
}

const texts: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  ...problems,
  ...fieldProblems,
  ...ofFiles,
}

/** Why a file of the zip cannot be attached. */
export const fileProblem = (code: FileProblemCode, name: string, locale: Locale): string =>
  problemText(ofFiles[code], locale, { value: name })

/** The same where some rows came in before. */
const midway: Readonly<Record<ImportError, { readonly en: string; readonly zh: string }>> = {
  changed: {
    en: 'Something changed since the check, so rows that were good are refused now. Go on without them, or undo what came in.',
    zh: '检查之后数据有变化，部分原本有效的行现在无法导入。可以跳过这些行继续导入，或撤销已导入的数据。',
  },
  refused: {
    en: 'You may not import here any more. What came in before can be undone.',
    zh: '您已没有此处的导入权限，此前导入的数据可以撤销。',
  },
  stuck: {
    en: 'The server stopped three times at the same place of this file. What came in stays. Go on from there, or undo it and split the file into smaller ones; if it stops again, ask your administrator, who finds the reason in the log of the server.',
    zh: '服务器导入此文件时连续三次在同一处中断，已导入的数据保留。可以从中断处继续导入，或撤销后将文件拆分为多个小文件再导入；如仍然中断，请联系管理员查看服务器日志。',
  },
  internal: {
    en: 'Something went wrong on our side. Go on from there, or undo what came in.',
    zh: '系统出错。可以从中断处继续导入，或撤销已导入的数据。',
  },
}

/** Line items are told apart by their place in the record. */
const inItem = {
  en: (item: number, message: string) => `Line item ${item}: ${message}`,
  zh: (item: number, message: string) => `第 ${item} 条明细：${message}`,
} as const

/** A problem of a row in the reader's language. */
export function rowProblem({ params, item, ...problem }: RowProblem, locale: Locale): ImportProblem {
  const text = texts[problem.code] ?? problems.invalid
  const message = problemText(text, locale, params)
  return { ...problem, message: item === undefined ? message : inItem[locale](item + 1, message) }
}

export function importError(error: ImportError | null, locale: Locale, begun: boolean): string | null {
  if (error === null) return null
  const known: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = begun
    ? midway
    : errors
  // An earlier release kept a reason that is none any more.
  return (known[error] ?? errors.internal)[locale]
}
