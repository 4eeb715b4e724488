import type { LongTextField } from '@pipewright/schemas'
import { Input } from 'antd'
import { asText, controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

function LongTextControl(props: ControlProps<LongTextField>) {
  const { maxLength } = props.field
  return (
    <Input.TextArea
      {...controlAttributes(props)}
      autoSize={{ minRows: 3, maxRows: 12 }}
      value={asText(props.value)}
      {...(maxLength === undefined ? {} : { maxLength })}
      onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}

export const longText: FieldControl<LongTextField> = {
  Control: LongTextControl,
  ...fieldViews.longText,
}
