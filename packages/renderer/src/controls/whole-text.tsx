import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { Input } from 'antd'
import { useState } from 'react'
import { controlAttributes } from './control-attributes.ts'
import type { ControlProps } from './field-control.ts'
import { partOf } from './part-of.ts'

export interface WholeTextProps extends ControlProps<Field> {
  readonly placeholder: string
  /** The value that a text stands for; what it cannot read it answers as a value that the check refuses. */
  readonly read: (text: string) => JsonValue
}

/** A value of several parts as one line, read when it is left: for cells, where there is room for no more. */
export function WholeText({ placeholder, read, ...props }: WholeTextProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const { onBlur, ...attributes } = controlAttributes(props)
  return (
    <Input
      {...attributes}
      autoComplete="off"
      placeholder={placeholder}
      value={typed ?? partOf(props.value, 'text')}
      onChange={(event) => {
        setTyped(event.target.value)
        props.onChange(event.target.value.trim() === '' ? null : read(event.target.value))
      }}
      onBlur={() => {
        setTyped(null)
        onBlur?.()
      }}
    />
  )
}
