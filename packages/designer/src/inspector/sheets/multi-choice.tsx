import type { MultiChoiceField } from '@pipewright/schemas'
import { AnswerProperties } from '../../options/answer-properties.tsx'
import { OptionsProperty } from '../../options/options-property.tsx'
import type { SheetProps } from './sheet.ts'

export const MultiChoiceSheet = (props: SheetProps<MultiChoiceField>) => (
  <>
    <OptionsProperty {...props} />
    <AnswerProperties
      field={props.field}
      displays={['dropdown', 'checkboxes', 'buttons']}
      onDisplay={(display) => props.change({ display })}
      onOther={(other) => props.change({ other })}
    />
  </>
)
