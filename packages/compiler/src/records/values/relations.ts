import type { RelationsField } from '@pipewright/schemas'
import { issue } from '../issue.ts'
import { isIdentity } from './identity.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** How many records a record can refer to by one field. */
export const mostRelated = 1000

export const relations: ValueChecker<RelationsField> = (field, value, place) => {
  if (!Array.isArray(value)) return refuse(place, 'wrong-type', { expected: 'ids' })
  const max = field.maxCount ?? mostRelated
  const issues = value.flatMap((id: unknown, position) =>
    isIdentity(id) ? [] : [issue(`${place.pointer}/${position}`, 'no-such-record')],
  )
  if (issues.length > 0) return { ok: false, issues }
  const ids = [...new Set((value as string[]).map((id) => id.toLowerCase()))]
  if (ids.length > max) return refuse(place, 'too-many', { max })
  return accept(ids.length === 0 ? null : ids)
}
