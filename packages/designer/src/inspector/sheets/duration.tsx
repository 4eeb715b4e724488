import type { DurationField } from '@pipewright/schemas'
import { SelectProperty } from '../../parts/select-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const units = ['minutes', 'seconds'] as const

/** What is counted: formulas see the number of it. */
export function DurationSheet({ field, change }: SheetProps<DurationField>) {
  const t = useTexts()
  return (
    <SelectProperty
      label={t('inspector.durationUnit')}
      value={field.unit ?? 'minutes'}
      options={units.map((one) => ({ value: one, label: t(`inspector.durationUnit_${one}`) }))}
      onCommit={(unit) => change({ unit })}
    />
  )
}
