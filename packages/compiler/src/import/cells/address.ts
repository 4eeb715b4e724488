import type { AddressField } from '@pipewright/schemas'
import type { Composite } from '../../records/value.ts'
import { readAddress } from '../../address/read-address.ts'
import { checkValue } from '../../records/values/index.ts'
import { value, wrong, type CellType } from '../cell-type.ts'

export const address: CellType<AddressField> = {
  kind: 'text',
  importable: true,
  read(field, text) {
    const checked = checkValue(field, readAddress(text, field.country ?? 'CN'), { pointer: '' })
    const [first] = checked.ok ? [] : checked.issues
    return checked.ok ? value(checked.value) : wrong(first?.code ?? 'wrong-type', first?.params)
  },
  write: (_field, own) => (own as Composite).text,
}
