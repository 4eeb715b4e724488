import type { DateField } from '@pipewright/schemas'
import { SelectProperty } from '../../parts/select-property.tsx'
import { DayLimits } from './day-limits.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const precisions = ['day', 'month', 'year'] as const

/** Whether days, months or years are entered. */
export function DateSheet(props: SheetProps<DateField>) {
  const { field, change } = props
  const t = useTexts()
  return (
    <>
      <SelectProperty
        label={t('inspector.precision')}
        value={field.precision ?? 'day'}
        options={precisions.map((one) => ({ value: one, label: t(`inspector.precision_${one}`) }))}
        onCommit={(precision) => change({ precision: precision === 'day' ? undefined : precision })}
      />
      <DayLimits {...props} />
    </>
  )
}
