import type { LocalizedText } from '@pipewright/schemas'
import { LocalizedInput } from '../../parts/localized-input.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'

interface ReverseLabelProps {
  readonly value: LocalizedText | undefined
  readonly onChange: (value: LocalizedText | undefined) => void
}

/** What a relation is called from the other side. */
export function ReverseLabel({ value, onChange }: ReverseLabelProps) {
  const t = useTexts()
  return (
    <Property label={t('inspector.reverseLabel')} help={t('inspector.reverseLabelHelp')} group>
      {() => (
        <LocalizedInput
          label={t('inspector.reverseLabel')}
          value={value}
          onCommit={(text) => onChange(Object.keys(text).length === 0 ? undefined : text)}
        />
      )}
    </Property>
  )
}
