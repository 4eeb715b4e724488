import type { AttachmentField } from '@pipewright/schemas'
import { unreadable, type CellType } from '../cell-type.ts'

export const attachment: CellType<AttachmentField> = {
  kind: 'text',
  importable: false,
  read: unreadable,
  write: (_field, ids, { titleOf }) => (ids as readonly string[]).map(titleOf).join('; '),
}
