import type { PhoneField } from '@pipewright/schemas'
import { Input } from 'antd'
import { useState } from 'react'
import { usePhoneNumbers } from '../formats/use-phone-numbers.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { asText, controlAttributes, placeholderOf } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

/** Typed as people write it; left, it stands as the country writes it. What is no number stays, so that it can be said. */
function PhoneControl(props: ControlProps<PhoneField>) {
  const { country } = props.field
  const { locale } = useRenderer()
  const numbers = usePhoneNumbers(country !== undefined)
  const [typed, setTyped] = useState<string | null>(null)
  const value = asText(props.value)
  const shown = country === undefined ? value : (numbers?.write(value, country) ?? value)
  const { onBlur, ...attributes } = controlAttributes(props)
  return (
    <Input
      {...attributes}
      type="tel"
      inputMode="tel"
      autoComplete="off"
      placeholder={placeholderOf(props, locale)}
      maxLength={50}
      value={typed ?? shown}
      onFocus={() => setTyped(shown)}
      onChange={(event) => {
        const entered = event.target.value
        setTyped(entered)
        const read = country === undefined ? undefined : numbers?.read(entered, country)
        props.onChange(entered.trim() === '' ? null : (read ?? entered))
      }}
      onBlur={() => {
        setTyped(null)
        onBlur?.()
      }}
    />
  )
}

export const phone: FieldControl<PhoneField> = {
  Control: PhoneControl,
  ...fieldViews.phone,
}
