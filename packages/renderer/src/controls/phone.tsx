import type { PhoneField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { TextInput } from './text-input.tsx'

export const phone: FieldControl<PhoneField> = {
  Control: (props) => <TextInput {...props} kind="tel" />,
  ...fieldViews.phone,
}
