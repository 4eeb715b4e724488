import type { ChoiceField } from '@pipewright/schemas'
import { OptionTag, useNarrow } from '@pipewright/ui'
import { Radio, Select } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { asText, controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { useOffered, type ListedOption } from './option-list.ts'

/** Up to this many options a phone shows them all at once. */
const fewOptions = 5

function ChoiceSelect({
  options,
  ...props
}: ControlProps<ChoiceField> & { readonly options: ListedOption[] }) {
  const t = useTexts()
  return (
    <Select
      {...controlAttributes(props)}
      className="pw-fill"
      allowClear={!props.required}
      placeholder={t('control.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('control.nothingFound')}
      options={options}
      optionRender={({ data }) => <OptionTag label={data.label} color={data.color} />}
      labelRender={({ value }) => {
        const option = options.find((candidate) => candidate.value === value)
        return <OptionTag label={option?.label ?? String(value)} color={option?.color} />
      }}
      value={asText(props.value) || null}
      onChange={(key: string | null | undefined) => props.onChange(key ?? null)}
    />
  )
}

function ChoiceRadios({
  options,
  ...props
}: ControlProps<ChoiceField> & { readonly options: ListedOption[] }) {
  return (
    <Radio.Group
      id={props.id}
      aria-label={props.label}
      className="pw-radios"
      disabled={props.disabled ?? false}
      value={asText(props.value) || null}
      onChange={(event) => {
        props.onChange(asText(event.target.value) || null)
        props.onBlur?.()
      }}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value}>
          <OptionTag label={option.label} color={option.color} />
        </Radio>
      ))}
    </Radio.Group>
  )
}

function ChoiceControl(props: ControlProps<ChoiceField>) {
  const options = useOffered(props.field, props.value)
  const narrow = useNarrow()
  // Radio buttons cannot be emptied again, so they stand only where a value is needed anyway.
  if (narrow && props.required && options.length <= fewOptions)
    return <ChoiceRadios {...props} options={options} />
  return <ChoiceSelect {...props} options={options} />
}

export const choice: FieldControl<ChoiceField> = {
  Control: ChoiceControl,
  ...fieldViews.choice,
}
