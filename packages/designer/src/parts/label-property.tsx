import type { LocalizedText } from '@pipewright/schemas'
import { useTexts } from '../texts/use-texts.ts'
import { LocalizedInput } from './localized-input.tsx'
import { Property } from './property.tsx'

/** The name of what is edited, in both languages. */
export function LabelProperty(props: {
  readonly value: LocalizedText
  readonly onCommit: (label: LocalizedText) => void
}) {
  const t = useTexts()
  const label = t('inspector.label')
  return (
    <Property label={label} group>
      {() => <LocalizedInput label={label} {...props} />}
    </Property>
  )
}
