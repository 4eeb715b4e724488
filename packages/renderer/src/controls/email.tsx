import type { EmailField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { LinkValue } from './link-value.tsx'
import { TextInput } from './text-input.tsx'

export const email: FieldControl<EmailField> = {
  Control: (props) => <TextInput {...props} kind="email" />,
  ReadOnly: LinkValue,
  Cell: LinkValue,
  align: 'start',
  width: 200,
}
