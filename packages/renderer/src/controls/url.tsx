import type { UrlField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { LinkValue } from './link-value.tsx'
import { TextInput } from './text-input.tsx'

export const url: FieldControl<UrlField> = {
  Control: (props) => <TextInput {...props} kind="url" />,
  ReadOnly: LinkValue,
  Cell: LinkValue,
  align: 'start',
  width: 200,
}
