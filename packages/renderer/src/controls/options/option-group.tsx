import { OptionTag } from '@pipewright/ui'
import { Checkbox, Radio } from 'antd'
import type { ControlProps } from '../field-control.ts'
import type { ListedOption } from './option-list.ts'

export interface OptionGroupProps extends Pick<
  ControlProps,
  'id' | 'label' | 'disabled' | 'invalid' | 'required' | 'describedBy' | 'onBlur'
> {
  readonly options: readonly ListedOption[]
  readonly values: readonly string[]
  readonly many: boolean
  /** As buttons in a row instead of a list with marks. */
  readonly pills: boolean
  readonly onPick: (value: string, picked: boolean) => void
}

/** All options at once: one click each. Real radio buttons and checkboxes, also where they look like buttons. */
export function OptionGroup(props: OptionGroupProps) {
  const { id, label, options, values, many, pills, onPick } = props
  const One = many ? Checkbox : Radio
  return (
    <div
      id={id}
      role={many ? 'group' : 'radiogroup'}
      aria-label={label}
      {...(many ? {} : { 'aria-required': props.required ?? false, 'aria-invalid': props.invalid ?? false })}
      aria-describedby={props.describedBy}
      className={pills ? 'pw-pills' : 'pw-radios'}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onBlur?.()
      }}
    >
      {options.map((option) => (
        <One
          key={option.value}
          {...(many ? {} : { name: id })}
          disabled={props.disabled ?? false}
          checked={values.includes(option.value)}
          onChange={(event: { readonly target: { readonly checked?: boolean } }) =>
            onPick(option.value, event.target.checked === true)
          }
        >
          {pills ? option.label : <OptionTag label={option.label} color={option.color} />}
        </One>
      ))}
    </div>
  )
}
