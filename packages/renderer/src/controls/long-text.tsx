import type { LongTextField } from '@pipewright/schemas'
import { Input } from 'antd'
import { asText, controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl, ValueProps } from './field-control.ts'
import { PlainCell } from './plain-value.tsx'

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

const LongTextValue = ({ value }: ValueProps<LongTextField>) => (
  <div className="pw-long-text">{asText(value)}</div>
)

export const longText: FieldControl<LongTextField> = {
  Control: LongTextControl,
  ReadOnly: LongTextValue,
  Cell: PlainCell,
  align: 'start',
  width: 280,
}
