import type { CheckPlace, Checked } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isIdentity = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/** An id by its shape; whether it is anything is known by the database alone. */
export function checkIdentity(
  value: unknown,
  place: CheckPlace,
  code: 'no-such-record' | 'no-such-member' | 'no-such-department',
): Checked {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'id' })
  if (value === '') return accept(null)
  return uuid.test(value) ? accept(value.toLowerCase()) : refuse(place, code)
}
