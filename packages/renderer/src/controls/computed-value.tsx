import { valueKindOf, type CalculatedField } from '@pipewright/metadata'
import { useRenderer } from '../environment/use-renderer.ts'
import { isEmptyValue } from '../form/engine/field-issue.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ControlProps } from './field-control.ts'
import { viewOf } from './field-views.tsx'

/** A calculated value: shown like a field of its type, never entered; `output` announces it when it changes. */
export function ComputedControl({ field, id, label, value, titles }: ControlProps<CalculatedField>) {
  const t = useTexts()
  const shown = useRenderer().index.shown(field)
  const { Cell } = viewOf(shown)
  const isNumber = valueKindOf(shown) === 'number'
  return (
    <output id={id} aria-label={label} className={isNumber ? 'pw-output pw-numeric' : 'pw-output'}>
      {isEmptyValue(value) ? (
        <span className="pw-quiet">{t('control.calculated')}</span>
      ) : (
        <Cell field={shown} value={value} titles={titles} />
      )}
    </output>
  )
}
