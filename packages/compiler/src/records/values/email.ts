import type { EmailField } from '@pipewright/schemas'
import { checkText } from './plain-text.ts'
import type { ValueChecker } from './value-checker.ts'
import { refuse } from './value-checker.ts'

/** One address as people use them: something, @, a host with a dot; letters of any script. */
const address =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

/** Whether a text is one address and nothing else. */
export function isEmailAddress(text: string): boolean {
  const local = text.slice(0, text.lastIndexOf('@'))
  const dots = local.startsWith('.') || local.endsWith('.') || local.includes('..')
  return address.test(text) && !dots
}

export const email: ValueChecker<EmailField> = (_field, value, place) => {
  const checked = checkText(value, place, { max: 254 })
  if (!checked.ok || checked.value === null) return checked
  return isEmailAddress(String(checked.value)) ? checked : refuse(place, 'bad-email')
}
