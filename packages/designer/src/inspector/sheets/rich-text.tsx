import type { RichTextField } from '@pipewright/schemas'
import { NumberProperty } from '../../parts/number-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

/** Most characters; formatting does not count. */
export function RichTextSheet({ field, change }: SheetProps<RichTextField>) {
  const t = useTexts()
  return (
    <NumberProperty
      label={t('inspector.maxLength')}
      value={field.maxLength}
      min={1}
      max={1_000_000}
      onCommit={(maxLength) => change({ maxLength })}
    />
  )
}
