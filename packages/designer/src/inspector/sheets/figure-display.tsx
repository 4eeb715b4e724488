import type { NumberField, PercentField } from '@pipewright/schemas'
import { DecimalProperty } from '../../parts/decimal-property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const displays = ['plain', 'slider', 'progress'] as const

/** Digits, a slider or a bar. */
export function FigureDisplay({
  field,
  change,
}: Pick<SheetProps<NumberField | PercentField>, 'field' | 'change'>) {
  const t = useTexts()
  const display = field.display ?? 'plain'
  return (
    <>
      <SelectProperty
        label={t('inspector.display')}
        value={display}
        options={displays.map((one) => ({ value: one, label: t(`inspector.display_${one}`) }))}
        onCommit={(next) => change({ display: next === 'plain' ? undefined : next })}
      />
      {display === 'slider' && (
        <DecimalProperty
          label={t('inspector.step')}
          value={field.step}
          onCommit={(step) => change({ step })}
        />
      )}
    </>
  )
}
