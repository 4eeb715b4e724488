import type { NumberField } from '@pipewright/schemas'
import { LocalizedInput } from '../../parts/localized-input.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { DecimalLimits } from './decimal-limits.tsx'
import { FigureDisplay } from './figure-display.tsx'
import type { SheetProps } from './sheet.ts'

export function NumberSheet({ field, change }: SheetProps<NumberField>) {
  const t = useTexts()
  return (
    <>
      <FigureDisplay field={field} change={change} />
      <DecimalLimits field={field} change={change} />
      <Property label={t('inspector.unit')} group>
        {() => (
          <LocalizedInput
            label={t('inspector.unit')}
            value={field.unit}
            onCommit={(unit) => change({ unit: Object.keys(unit).length === 0 ? undefined : unit })}
          />
        )}
      </Property>
    </>
  )
}
