import type { UrlField } from '@pipewright/schemas'
import { checkText } from './plain-text.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

const web = /^https?:\/\/(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}._~-]+)(?::\d{1,5})?(?:[/?#]\S*)?$/iu
const mail = /^mailto:[^\s@]+@[^\s@]+$/iu
const telephone = /^tel:\+?[\d().\-;=a-z]{2,60}$/iu
const bare = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?:[/?#]\S*)?$/u

/** http, https, mailto or tel; "example.com" is read as https. Anything that could run a script is refused. */
export const url: ValueChecker<UrlField> = (_field, value, place) => {
  const checked = checkText(value, place, { max: 2000 })
  if (!checked.ok || checked.value === null) return checked
  const address = String(checked.value)
  if (web.test(address) || mail.test(address) || telephone.test(address)) return checked
  return bare.test(address) ? accept(`https://${address}`) : refuse(place, 'bad-url')
}
