import type { MultiChoiceField } from '@pipewright/schemas'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { OptionChoices } from './options/option-choices.tsx'
import { useOffered } from './options/option-list.ts'
import { OptionSelect } from './options/option-select.tsx'
import { showsAll } from './options/shows-all.ts'

function MultiChoiceControl(props: ControlProps<MultiChoiceField>) {
  const options = useOffered(props.field, props.value, props.above)
  if (showsAll(props, options.length))
    return <OptionChoices control={props} options={options} pills={props.field.display === 'buttons'} />
  return <OptionSelect {...props} />
}

export const multiChoice: FieldControl<MultiChoiceField> = {
  Control: MultiChoiceControl,
  ...fieldViews.multiChoice,
}
