import type { MultiChoiceField } from '@pipewright/schemas'
import { AnswerProperties } from '../../options/answer-properties.tsx'
import { OptionsProperty } from '../../options/options-property.tsx'
import { NumberProperty } from '../../parts/number-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

/** How many options have to be and may be chosen. */
function ChosenLimits({ field, change }: SheetProps<MultiChoiceField>) {
  const t = useTexts()
  return (
    <div className="pwd-pair">
      <NumberProperty
        label={t('inspector.minChosen')}
        value={field.minChosen}
        min={1}
        max={1000}
        onCommit={(minChosen) => change({ minChosen })}
      />
      <NumberProperty
        label={t('inspector.maxChosen')}
        value={field.maxChosen}
        min={1}
        max={1000}
        onCommit={(maxChosen) => change({ maxChosen })}
      />
    </div>
  )
}

export const MultiChoiceSheet = (props: SheetProps<MultiChoiceField>) => (
  <>
    <OptionsProperty {...props} />
    <AnswerProperties
      field={props.field}
      displays={['dropdown', 'checkboxes', 'buttons']}
      onDisplay={(display) => props.change({ display })}
      onOther={(other) => props.change({ other })}
    />
    <ChosenLimits {...props} />
  </>
)
