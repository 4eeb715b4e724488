import type { MultiChoiceField } from '@pipewright/schemas'
import { issue } from '../issue.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

const most = 1000

export const multiChoice: ValueChecker<MultiChoiceField> = (_field, value, place) => {
  if (!Array.isArray(value)) return refuse(place, 'wrong-type', { expected: 'options' })
  if (value.length > most) return refuse(place, 'too-many', { max: most })
  const kept = Array.isArray(place.old) ? new Set<unknown>(place.old) : new Set<unknown>()
  const issues = value.flatMap((option: unknown, position) =>
    typeof option === 'string' && (place.options?.has(option) || kept.has(option))
      ? []
      : [issue(`${place.pointer}/${position}`, 'not-an-option')],
  )
  if (issues.length > 0) return { ok: false, issues }
  return accept(value.length === 0 ? null : [...new Set(value as string[])])
}
