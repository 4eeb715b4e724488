import { longestOther, otherText, otherValue } from '@pipewright/metadata'
import { Input } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'
import type { ControlProps } from '../field-control.ts'

export interface OtherInputProps {
  readonly id: string
  readonly label: string
  /** The answer with its mark. */
  readonly value: string
  readonly disabled: boolean
  readonly invalid: boolean
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
}

/** Asks for an answer of one's own. */
export function OtherInput({ id, label, value, disabled, invalid, onChange, onBlur }: OtherInputProps) {
  const t = useTexts()
  return (
    <Input
      id={`${id}-other`}
      className="pw-other"
      aria-label={t('control.otherOf', { label })}
      aria-invalid={invalid}
      placeholder={t('control.otherAnswer')}
      maxLength={longestOther}
      disabled={disabled}
      value={otherText(value)}
      onChange={(event) => onChange(otherValue(event.target.value))}
      onBlur={onBlur}
    />
  )
}

/** What the input takes over from the control it belongs to. */
export const inputOf = (props: ControlProps): Omit<OtherInputProps, 'value' | 'onChange'> => ({
  id: props.id,
  label: props.label,
  disabled: props.disabled ?? false,
  invalid: props.invalid ?? false,
  onBlur: props.onBlur,
})
