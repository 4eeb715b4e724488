import type { YesNoField } from '@pipewright/schemas'
import { Switch } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

function YesNoControl(props: ControlProps<YesNoField>) {
  const t = useTexts()
  const { status: _, ...attributes } = controlAttributes(props)
  return (
    <span className="pw-yes-no">
      <Switch
        {...attributes}
        checked={props.value === true}
        onChange={(checked) => props.onChange(checked)}
      />
      <span aria-hidden="true">{props.value === true ? t('value.yes') : t('value.no')}</span>
    </span>
  )
}

export const yesNo: FieldControl<YesNoField> = {
  Control: YesNoControl,
  ...fieldViews.yesNo,
}
