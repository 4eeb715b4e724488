import type { TagsField } from '@pipewright/schemas'
import { NumberProperty } from '../../parts/number-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

export function TagsSheet({ field, change }: SheetProps<TagsField>) {
  const t = useTexts()
  return (
    <NumberProperty
      label={t('options.maxTags')}
      value={field.maxTags}
      min={1}
      max={100}
      onCommit={(maxTags) => change({ maxTags })}
    />
  )
}
