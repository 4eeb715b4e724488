import type { MoneyField } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import { currencySign } from '../formats/decimal-format.ts'
import { DecimalInput } from './decimal-input.tsx'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

function MoneyControl(props: ControlProps<MoneyField>) {
  const { locale } = useRenderer()
  return (
    <DecimalInput
      {...props}
      scale={props.field.scale ?? 2}
      prefix={currencySign(props.field.currency, locale)}
    />
  )
}

export const money: FieldControl<MoneyField> = {
  Control: MoneyControl,
  ...fieldViews.money,
}
