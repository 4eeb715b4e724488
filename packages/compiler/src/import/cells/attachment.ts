import type { AttachmentField } from '@pipewright/schemas'
import { unreadable, value, wrong, type CellType, type FileSeparator } from '../cell-type.ts'

const separators: Readonly<Record<FileSeparator, RegExp>> = {
  ';': /[;；\n]/u,
  ',': /[,，、\n]/u,
  '|': /[|｜\n]/u,
  line: /\n/u,
}

/** The names of files in a cell, without empty ones. */
export const fileNamesIn = (text: string, separator: FileSeparator = ';'): string[] =>
  text
    .split(separators[separator])
    .map((name) => name.trim())
    .filter((name) => name !== '')

export const attachment: CellType<AttachmentField> = {
  kind: 'text',
  importable: false,
  read(_field, text, { fileOf, separator }) {
    if (fileOf === undefined) return unreadable()
    const names = fileNamesIn(text, separator)
    // A name may hold the separator itself.
    const whole = names.length > 1 ? fileOf(text.trim()) : undefined
    if (whole !== undefined && 'id' in whole) return value([whole.id])
    const ids: string[] = []
    for (const name of names) {
      const found = fileOf(name)
      if ('problem' in found) return wrong(found.problem, { value: name })
      ids.push(found.id)
    }
    return value(ids)
  },
  write: (_field, ids, { titleOf }) => (ids as readonly string[]).map(titleOf).join('; '),
}
