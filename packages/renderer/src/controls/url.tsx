import type { UrlField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { TextInput } from './text-input.tsx'

export const url: FieldControl<UrlField> = {
  Control: (props) => <TextInput {...props} kind="url" />,
  ...fieldViews.url,
}
