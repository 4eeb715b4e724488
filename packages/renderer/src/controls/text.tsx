import type { TextField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { ScanInput } from './scan/scan-input.tsx'
import { TextInput } from './text-input.tsx'

export const text: FieldControl<TextField> = {
  Control: (props) =>
    props.field.format === 'scan' ? (
      <ScanInput {...props} />
    ) : (
      <TextInput {...props} maxLength={props.field.maxLength} />
    ),
  ...fieldViews.text,
}
