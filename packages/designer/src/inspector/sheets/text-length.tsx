import type { LongTextField, TextField } from '@pipewright/schemas'
import { NumberProperty } from '../../parts/number-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

/** Fewest and most characters. */
export function TextLength({ field, change }: SheetProps<TextField> | SheetProps<LongTextField>) {
  const t = useTexts()
  return (
    <div className="pwd-pair">
      <NumberProperty
        label={t('inspector.minLength')}
        value={field.minLength}
        min={0}
        max={100_000}
        onCommit={(minLength) => change({ minLength })}
      />
      <NumberProperty
        label={t('inspector.maxLength')}
        value={field.maxLength}
        min={1}
        max={100_000}
        onCommit={(maxLength) => change({ maxLength })}
      />
    </div>
  )
}
