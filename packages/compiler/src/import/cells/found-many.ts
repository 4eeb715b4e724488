import type { DepartmentsField, MembersField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { joinList, splitList } from '../list-text.ts'

/** Several people or departments stand in a table by their names. */
export const foundMany: CellType<MembersField | DepartmentsField> = {
  kind: 'text',
  importable: true,
  read(_field, text, reading) {
    const whole = reading.find(text)
    if (typeof whole === 'object') return value([whole.id])
    const ids = new Set<string>()
    for (const name of splitList(text)) {
      const target = reading.find(name)
      if (typeof target !== 'object')
        return wrong(target === 'none' ? 'not-matched' : 'matched-many', { value: name })
      ids.add(target.id)
    }
    return value([...ids])
  },
  write: (_field, ids, writing) => joinList((ids as readonly string[]).map((id) => writing.titleOf(id))),
}
