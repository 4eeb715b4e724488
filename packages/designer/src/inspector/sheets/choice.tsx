import type { ChoiceField } from '@pipewright/schemas'
import { AnswerProperties } from '../../options/answer-properties.tsx'
import { OptionsProperty } from '../../options/options-property.tsx'
import type { SheetProps } from './sheet.ts'

export const ChoiceSheet = (props: SheetProps<ChoiceField>) => (
  <>
    <OptionsProperty {...props} />
    <AnswerProperties
      field={props.field}
      displays={['dropdown', 'radio', 'buttons']}
      onDisplay={(display) => props.change({ display })}
      onOther={(other) => props.change({ other })}
    />
  </>
)
