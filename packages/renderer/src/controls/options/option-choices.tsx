import { isOther, otherMark } from '@pipewright/metadata'
import type { ChoiceField, MultiChoiceField } from '@pipewright/schemas'
import { Button } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'
import { asText, asTexts } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { OptionGroup } from './option-group.tsx'
import type { ListedOption } from './option-list.ts'
import { inputOf, OtherInput } from './other-input.tsx'

export interface OptionChoicesProps {
  readonly control: ControlProps<ChoiceField> | ControlProps<MultiChoiceField>
  readonly options: readonly ListedOption[]
  readonly pills: boolean
}

/** Every option in sight, an answer of one's own behind the last; what need not be filled can be emptied again. */
export function OptionChoices({ control, options, pills }: OptionChoicesProps) {
  const t = useTexts()
  const { field, value, onChange } = control
  const many = field.type === 'multiChoice'
  const values = many ? asTexts(value) : [asText(value)].filter((one) => one !== '')
  const own = values.find(isOther)
  const tell = (next: readonly string[]) =>
    onChange(next.length === 0 ? null : many ? [...next] : (next.at(-1) ?? null))
  const offered =
    field.other === true
      ? [...options, { value: otherMark, label: t('control.other'), color: undefined }]
      : options
  const pick = (key: string, picked: boolean) => {
    if (picked) tell(many ? [...values, key] : [key])
    else tell(values.filter((one) => one !== key && !(key === otherMark && isOther(one))))
  }
  return (
    <div className="pw-choices">
      <OptionGroup
        {...control}
        options={offered}
        values={own === undefined ? values : [...values, otherMark]}
        many={many}
        pills={pills}
        onPick={pick}
      />
      {own !== undefined && (
        <OtherInput
          {...inputOf(control)}
          value={own}
          onChange={(next) => tell(values.map((one) => (one === own ? next : one)))}
        />
      )}
      {!many && values.length > 0 && !control.required && !control.disabled && (
        <Button type="link" size="small" className="pw-unpick" onClick={() => onChange(null)}>
          {t('control.clearChoice')}
        </Button>
      )}
    </div>
  )
}
