import type { AutoNumberField } from '@pipewright/schemas'
import { useTexts } from '../texts/use-texts.ts'
import { asText } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

function AutoNumberControl({ id, label, value }: ControlProps<AutoNumberField>) {
  const t = useTexts()
  const text = asText(value)
  return (
    <output id={id} aria-label={label} className="pw-output pw-whole">
      {text === '' ? <span className="pw-quiet">{t('control.automatic')}</span> : text}
    </output>
  )
}

export const autoNumber: FieldControl<AutoNumberField> = {
  Control: AutoNumberControl,
  ...fieldViews.autoNumber,
}
