import type { MultiChoiceField } from '@pipewright/schemas'
import { OptionTag } from '@pipewright/ui'
import { Select } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { asTexts, controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { useOffered } from './option-list.ts'

function MultiChoiceControl(props: ControlProps<MultiChoiceField>) {
  const t = useTexts()
  const options = useOffered(props.field, props.value)
  return (
    <Select
      {...controlAttributes(props)}
      className="pw-fill"
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      placeholder={t('control.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('control.nothingFound')}
      options={options}
      optionRender={({ data }) => <OptionTag label={data.label} color={data.color} />}
      value={asTexts(props.value)}
      onChange={(keys: string[]) => props.onChange(keys.length === 0 ? null : keys)}
    />
  )
}

export const multiChoice: FieldControl<MultiChoiceField> = {
  Control: MultiChoiceControl,
  ...fieldViews.multiChoice,
}
