import type { DateRangeField } from '@pipewright/schemas'
import { NumberProperty } from '../../parts/number-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { DayLimits } from './day-limits.tsx'
import type { SheetProps } from './sheet.ts'

export function DateRangeSheet(props: SheetProps<DateRangeField>) {
  const { field, change } = props
  const t = useTexts()
  return (
    <>
      <NumberProperty
        label={t('inspector.maxDays')}
        value={field.maxDays}
        min={1}
        max={100_000}
        onCommit={(maxDays) => change({ maxDays })}
      />
      <DayLimits {...props} />
    </>
  )
}
