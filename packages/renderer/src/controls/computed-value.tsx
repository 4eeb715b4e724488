import { valueKindOf } from '@pipewright/metadata'
import type { FormulaField, RollupField } from '@pipewright/schemas'
import { useFormat } from '../formats/use-format.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ControlProps } from './field-control.ts'

/** A calculated value: shown, never entered; `output` announces it when it changes. */
export function ComputedControl({
  field,
  id,
  label,
  value,
  titles,
}: ControlProps<FormulaField | RollupField>) {
  const t = useTexts()
  const text = useFormat(titles)(field, value)
  const isNumber = valueKindOf(field) === 'number'
  return (
    <output id={id} aria-label={label} className={isNumber ? 'pw-output pw-numeric' : 'pw-output'}>
      {text === '' ? <span className="pw-quiet">{t('control.calculated')}</span> : text}
    </output>
  )
}
