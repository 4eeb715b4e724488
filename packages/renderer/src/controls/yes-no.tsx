import type { YesNoField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Switch } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl, ValueProps } from './field-control.ts'
import { PlainValue } from './plain-value.tsx'

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

function YesNoCell(props: ValueProps<YesNoField>) {
  const t = useTexts()
  if (props.value !== true) return <span className="pw-quiet">{t('value.no')}</span>
  return (
    <span>
      <Icon name="check" /> {t('value.yes')}
    </span>
  )
}

export const yesNo: FieldControl<YesNoField> = {
  Control: YesNoControl,
  ReadOnly: PlainValue,
  Cell: YesNoCell,
  align: 'start',
  width: 90,
}
