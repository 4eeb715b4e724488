import type { JsonValue } from '@pipewright/contract'
import { valueKindOf, type CalculatedField } from '@pipewright/metadata'
import { useRenderer } from '../environment/use-renderer.ts'
import { isEmptyValue } from '../form/engine/is-empty-value.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ControlProps } from './field-control.ts'
import { viewOf } from './field-views.tsx'
import { leansOnRates } from './leans-on-rates.ts'

/** A sum of worths that are not known yet comes to nothing. */
const isZero = (value: JsonValue): boolean => typeof value === 'string' && /^-?0(\.0+)?$/.test(value)

/** A calculated value: shown like a field of its type, never entered; `output` announces it when it changes. */
export function ComputedControl({ field, id, label, value, titles }: ControlProps<CalculatedField>) {
  const t = useTexts()
  const { index, definition, data } = useRenderer()
  const shown = index.shown(field)
  const { Cell } = viewOf(shown)
  const isNumber = valueKindOf(shown) === 'number'
  const waits = data.rateOn === undefined && leansOnRates(definition, field)
  return (
    <output id={id} aria-label={label} className={isNumber ? 'pw-output pw-numeric' : 'pw-output'}>
      {isEmptyValue(value) || (waits && isZero(value)) ? (
        <span className="pw-quiet">{t(waits ? 'control.calculatedLater' : 'control.calculated')}</span>
      ) : (
        <Cell field={shown} value={value} titles={titles} />
      )}
    </output>
  )
}
