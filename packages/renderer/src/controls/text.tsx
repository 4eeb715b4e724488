import type { TextField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { PlainCell, PlainValue } from './plain-value.tsx'
import { TextInput } from './text-input.tsx'

export const text: FieldControl<TextField> = {
  Control: (props) => <TextInput {...props} maxLength={props.field.maxLength} />,
  ReadOnly: PlainValue,
  Cell: PlainCell,
  align: 'start',
  width: 200,
}
