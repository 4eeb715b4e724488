import type { TextField } from '@pipewright/schemas'
import { Input, type InputRef } from 'antd'
import { useRef } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { asText, controlAttributes, placeholderOf } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { ScanButton } from './scan-button.tsx'

/** Whoever stands around the input hears of an Enter as if a scanner had typed it: a table goes to its next row. */
const pressEnter = (input: HTMLInputElement): boolean =>
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))

/** One line of text that a scanner types and ends with Enter, or that is read by the camera. */
export function ScanInput(props: ControlProps<TextField>) {
  const { field, value, onChange, label, disabled } = props
  const { locale } = useRenderer()
  const box = useRef<InputRef>(null)
  const take = (code: string) => {
    onChange(code)
    // Once the dialog has given the focus back.
    requestAnimationFrame(() => {
      const input = box.current?.input
      if (input === null || input === undefined) return
      input.focus()
      pressEnter(input)
    })
  }
  return (
    <Input
      {...controlAttributes(props)}
      ref={box}
      autoComplete="off"
      placeholder={placeholderOf(props, locale)}
      value={asText(value)}
      {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
      suffix={<ScanButton label={label} disabled={disabled} onCode={take} />}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        // The Enter at the end of a code does not save the form; the next code takes the place of this one.
        event.preventDefault()
        event.currentTarget.select()
      }}
    />
  )
}
