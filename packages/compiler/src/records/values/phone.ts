import type { PhoneField } from '@pipewright/schemas'
import { findPhoneNumbers } from '../../phone/phone-numbers.ts'
import { checkText } from './plain-text.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** Digits with the marks people write between them, and an extension. */
const shape = /^\+?[\d\s().\-/]{3,40}(?:(?:x|ext\.?|转|分机|#)\s*\d{1,8})?$/iu

/** With a country, every number has one spelling; what was stored before the field had one may stay as it is. */
export const phone: ValueChecker<PhoneField> = (field, value, place) => {
  const checked = checkText(typeof value === 'string' ? value.normalize('NFKC') : value, place, { max: 50 })
  if (!checked.ok || checked.value === null) return checked
  const text = String(checked.value)
  if (text === place.old) return checked
  const digits = text.replaceAll(/\D/g, '').length
  if (!shape.test(text) || digits < 3 || digits > 24) return refuse(place, 'bad-phone')
  const numbers = findPhoneNumbers()
  if (field.country === undefined || numbers === undefined) return checked
  const number = numbers.read(text, field.country)
  return number === undefined ? refuse(place, 'no-such-number', { country: field.country }) : accept(number)
}
