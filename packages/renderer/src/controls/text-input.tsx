import { Input } from 'antd'
import type { Field } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import { asText, controlAttributes, placeholderOf } from './control-attributes.ts'
import type { ControlProps } from './field-control.ts'

export interface TextInputProps extends ControlProps<Field> {
  readonly kind?: 'text' | 'email' | 'tel' | 'url'
  readonly maxLength?: number | undefined
}

const modes = { text: 'text', email: 'email', tel: 'tel', url: 'url' } as const

/** One line of text; the phone keyboard fits the kind, the value stays as typed until it is saved. */
export function TextInput({ kind = 'text', maxLength, ...props }: TextInputProps) {
  const { locale } = useRenderer()
  return (
    <Input
      {...controlAttributes(props)}
      inputMode={modes[kind]}
      autoComplete="off"
      placeholder={placeholderOf(props, locale)}
      value={asText(props.value)}
      {...(maxLength === undefined ? {} : { maxLength })}
      onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}
