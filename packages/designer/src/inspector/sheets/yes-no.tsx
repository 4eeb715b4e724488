import type { LocalizedText, YesNoField } from '@pipewright/schemas'
import { DisplayProperty } from '../../parts/display-property.tsx'
import { LocalizedInput } from '../../parts/localized-input.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const orNothing = (text: LocalizedText): LocalizedText | undefined =>
  Object.keys(text).length === 0 ? undefined : text

export function YesNoSheet({ field, change }: SheetProps<YesNoField>) {
  const t = useTexts()
  return (
    <>
      <DisplayProperty
        displays={['switch', 'checkbox', 'buttons']}
        value={field.display}
        onDisplay={(display) => change({ display })}
      />
      {(['yes', 'no'] as const).map((answer) => (
        <Property key={answer} label={t(`options.word_${answer}`)} group>
          {() => (
            <LocalizedInput
              size="small"
              label={t(`options.word_${answer}`)}
              value={field[answer]}
              onCommit={(text) => change({ [answer]: orNothing(text) })}
            />
          )}
        </Property>
      ))}
    </>
  )
}
