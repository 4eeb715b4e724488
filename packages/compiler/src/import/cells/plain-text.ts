import type { EmailField, LongTextField, PhoneField, UrlField } from '@pipewright/schemas'
import { value, type CellType } from '../cell-type.ts'

type Plain = EmailField | LongTextField | PhoneField | UrlField

/** Text stands in the cell as it is. */
export const plainText: CellType<Plain> = {
  kind: 'text',
  importable: true,
  read: (_field, text) => value(text),
  write: (_field, text) => String(text),
}
