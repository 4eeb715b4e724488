import type { PhoneField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { LinkValue } from './link-value.tsx'
import { TextInput } from './text-input.tsx'

export const phone: FieldControl<PhoneField> = {
  Control: (props) => <TextInput {...props} kind="tel" />,
  ReadOnly: LinkValue,
  Cell: LinkValue,
  align: 'start',
  width: 150,
}
