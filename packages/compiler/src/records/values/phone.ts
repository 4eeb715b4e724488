import type { PhoneField } from '@pipewright/schemas'
import { checkText } from './plain-text.ts'
import type { ValueChecker } from './value-checker.ts'
import { refuse } from './value-checker.ts'

/** Digits with the marks people write between them, and an extension. */
const shape = /^\+?[\d\s().\-/]{3,40}(?:(?:x|ext\.?|转|分机|#)\s*\d{1,8})?$/iu

export const phone: ValueChecker<PhoneField> = (_field, value, place) => {
  const checked = checkText(typeof value === 'string' ? value.normalize('NFKC') : value, place, { max: 50 })
  if (!checked.ok || checked.value === null) return checked
  const digits = String(checked.value).replaceAll(/\D/g, '').length
  return shape.test(String(checked.value)) && digits >= 3 && digits <= 24
    ? checked
    : refuse(place, 'bad-phone')
}
