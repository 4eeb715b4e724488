import type { EmailField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { TextInput } from './text-input.tsx'

export const email: FieldControl<EmailField> = {
  Control: (props) => <TextInput {...props} kind="email" />,
  ...fieldViews.email,
}
