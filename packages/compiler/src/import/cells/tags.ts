import type { TagsField } from '@pipewright/schemas'
import { value, type CellType } from '../cell-type.ts'
import { joinList, splitList } from '../list-text.ts'

export const tags: CellType<TagsField> = {
  kind: 'text',
  importable: true,
  read: (_field, text) => value(splitList(text)),
  write: (_field, words) => joinList(words as readonly string[]),
}
