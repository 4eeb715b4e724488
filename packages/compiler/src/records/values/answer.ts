import { isOther, longestOther, otherText, otherValue } from '@pipewright/metadata'
import type { FieldValue } from '../value.ts'
import { checkText } from './plain-text.ts'
import type { CheckPlace, Checked } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** One option, or an answer of one's own where the field takes any; `held` are those that may stay. */
export function checkAnswer(
  field: { readonly other?: boolean },
  value: unknown,
  place: CheckPlace,
  held: (value: FieldValue) => boolean,
): Checked {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'option' })
  if (place.options?.has(value) === true || held(value)) return accept(value)
  if (field.other !== true || !isOther(value)) return refuse(place, 'not-an-option')
  const text = checkText(otherText(value), place, { max: longestOther })
  if (!text.ok) return text
  return text.value === null ? refuse(place, 'other-needs-text') : accept(otherValue(String(text.value)))
}
