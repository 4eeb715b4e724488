import { Input, type InputRef } from 'antd'
import type { Field } from '@pipewright/schemas'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatNumber } from '../formats/decimal-format.ts'
import { readDecimalInput } from '../formats/decimal-input.ts'
import { asText, controlAttributes, placeholderOf } from './control-attributes.ts'
import type { ControlProps } from './field-control.ts'

export interface DecimalInputProps extends ControlProps<Field> {
  readonly scale: number
  readonly prefix?: ReactNode
  readonly suffix?: ReactNode
}

/**
 * An exact decimal: text in, text out, never a float. While it has the focus it shows what was typed; on blur it groups
 * thousands. What cannot be read is passed on as typed, so that the check can say so and nothing typed is lost.
 */
export function DecimalInput({ scale, prefix, suffix, ...props }: DecimalInputProps) {
  const { locale } = useRenderer()
  const [typed, setTyped] = useState<string | null>(null)
  const value = typeof props.value === 'number' ? String(props.value) : asText(props.value)
  const { onBlur, ...attributes } = controlAttributes(props)
  const box = useRef<InputRef>(null)
  const [focused, setFocused] = useState(false)
  // Showing the plain digits takes the selection away that Tab made, and typing would then append to them.
  useLayoutEffect(() => {
    if (focused) box.current?.select()
  }, [focused])
  return (
    <Input
      {...attributes}
      ref={box}
      className="pw-decimal"
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholderOf(props, locale)}
      prefix={prefix}
      suffix={suffix}
      value={typed ?? formatNumber(value, locale, scale)}
      onFocus={() => {
        setTyped(value)
        setFocused(true)
      }}
      onChange={(event) => {
        const entered = event.target.value
        setTyped(entered)
        props.onChange(entered.trim() === '' ? null : (readDecimalInput(entered) ?? entered))
      }}
      onBlur={() => {
        setTyped(null)
        setFocused(false)
        onBlur?.()
      }}
    />
  )
}
