import type { PhoneField } from '@pipewright/schemas'
import { usePhoneNumbers } from '../formats/use-phone-numbers.ts'
import { useTexts } from '../texts/use-texts.ts'
import { asText } from './control-attributes.ts'
import type { ValueProps } from './field-control.ts'

const extension = /\s*(?:x|ext\.?|转|分机|#)\s*(\d{1,8})$/iu

/** What a phone dials: the extension after a pause. */
function dialled(text: string): string {
  const inner = extension.exec(text)?.[1]
  const number = text.replace(extension, '').replaceAll(/[^\d+*#]/g, '')
  return inner === undefined ? `tel:${number}` : `tel:${number},${inner}`
}

/** A number that a click calls; one of the field's country as it is written there. */
export function PhoneValue({ field, value }: ValueProps<PhoneField>) {
  const t = useTexts()
  const { country } = field
  const numbers = usePhoneNumbers(country !== undefined)
  const text = asText(value)
  const shown = country === undefined ? text : (numbers?.write(text, country) ?? text)
  return (
    <a
      className="pw-link pw-numeric"
      href={dialled(text)}
      title={t('control.call', { value: shown })}
      onClick={(event) => event.stopPropagation()}
    >
      {shown}
    </a>
  )
}
