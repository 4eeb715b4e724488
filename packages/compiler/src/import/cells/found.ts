import type { DepartmentField, MemberField, RelationField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'

/** What points to a record or member stands in a table by what it is called. */
export const found: CellType<MemberField | DepartmentField | RelationField> = {
  kind: 'text',
  importable: true,
  read(_field, text, reading) {
    const target = reading.find(text)
    if (typeof target === 'object') return value(target.id)
    return wrong(target === 'none' ? 'not-matched' : 'matched-many', { value: text.trim() })
  },
  write: (_field, id, writing) => writing.titleOf(String(id)),
}
