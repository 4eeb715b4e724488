import type { ForeignMoneyField, MoneyField, NumberField, PercentField } from '@pipewright/schemas'
import { DecimalProperty } from '../../parts/decimal-property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { NumberProperty } from '../../parts/number-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const roundings = ['refuse', 'halfUp', 'halfEven', 'up', 'down'] as const

/** Digits after the point and what happens to more, smallest and largest value. */
export function DecimalLimits(
  props: Pick<SheetProps<NumberField | MoneyField | ForeignMoneyField | PercentField>, 'field' | 'change'>,
) {
  const { field, change } = props
  const t = useTexts()
  return (
    <>
      <NumberProperty
        label={t('inspector.scale')}
        value={field.scale}
        min={0}
        max={8}
        placeholder="2"
        onCommit={(scale) => change({ scale })}
      />
      <SelectProperty
        label={t('inspector.rounding')}
        value={field.rounding ?? 'refuse'}
        options={roundings.map((one) => ({ value: one, label: t(`inspector.rounding_${one}`) }))}
        onCommit={(rounding) => change({ rounding: rounding === 'refuse' ? undefined : rounding })}
      />
      <div className="pwd-pair">
        <DecimalProperty label={t('inspector.min')} value={field.min} onCommit={(min) => change({ min })} />
        <DecimalProperty label={t('inspector.max')} value={field.max} onCommit={(max) => change({ max })} />
      </div>
    </>
  )
}
