import type { ChoiceField } from '@pipewright/schemas'
import { useNarrow } from '@pipewright/ui'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { OptionChoices } from './options/option-choices.tsx'
import { useOffered } from './options/option-list.ts'
import { OptionSelect } from './options/option-select.tsx'
import { showsAll } from './options/shows-all.ts'

/** Up to this many options a phone shows them all at once. */
const fewOptions = 5

function ChoiceControl(props: ControlProps<ChoiceField>) {
  const options = useOffered(props.field, props.value, props.above)
  const narrow = useNarrow()
  const { display } = props.field
  const asked = showsAll(props, options.length)
  // Where a value is needed anyway, a few options are quicker to touch than a list that opens.
  const handy = display === undefined && narrow && props.required && options.length <= fewOptions
  if (asked || (handy && !props.compact))
    return <OptionChoices control={props} options={options} pills={display === 'buttons'} />
  return <OptionSelect {...props} />
}

export const choice: FieldControl<ChoiceField> = {
  Control: ChoiceControl,
  ...fieldViews.choice,
}
