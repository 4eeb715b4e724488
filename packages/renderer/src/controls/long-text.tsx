import type { LongTextField } from '@pipewright/schemas'
import { Input } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { asText, controlAttributes, placeholderOf } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

function LongTextControl(props: ControlProps<LongTextField>) {
  const { maxLength } = props.field
  const { locale } = useRenderer()
  return (
    <Input.TextArea
      {...controlAttributes(props)}
      placeholder={placeholderOf(props, locale)}
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
