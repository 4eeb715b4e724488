import { passwordFault } from '../../auth/passwords.ts'
import { refuse, type FieldRefusal } from '../../problems/refusal.ts'

const address = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+$/
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unprintable = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

export const isEmail = (text: string): boolean =>
  address.test(text) && text.length <= 254 && text.isWellFormed()

function isZone(zone: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' &&
      !/^[+-]/.test(zone)
    )
  } catch {
    return false
  }
}

/** A person's entries as they are typed at set-up, at an invitation and in the account. */
export interface PersonEntries {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly zone?: string | undefined
  readonly password?: string | undefined
}

function nameProblems(name: string): FieldRefusal[] {
  if (name.trim() === '') return [{ pointer: '/name', code: 'required' }]
  return unprintable.test(name) || !name.isWellFormed() ? [{ pointer: '/name', code: 'bad-characters' }] : []
}

function passwordProblems(password: string, pointer: string): FieldRefusal[] {
  const fault = passwordFault(password)
  return fault === undefined ? [] : [{ pointer, ...fault }]
}

/** Refuses with everything that is wrong at once. `passwordAt` names the entry that holds the password. */
export function refuseBadPerson(entries: PersonEntries, passwordAt = '/password'): void {
  const { name, email, zone, password } = entries
  const errors: FieldRefusal[] = [
    ...(name === undefined ? [] : nameProblems(name)),
    ...(email === undefined || isEmail(email) ? [] : [{ pointer: '/email', code: 'bad-email' } as const]),
    ...(zone === undefined || isZone(zone) ? [] : [{ pointer: '/zone', code: 'not-an-option' } as const]),
    ...(password === undefined ? [] : passwordProblems(password, passwordAt)),
  ]
  if (errors.length > 0) refuse('invalid', { errors })
}

/** A name as it is stored. */
export const tidy = (text: string): string => text.normalize('NFC').trim()
