import type { ChoiceField } from '@pipewright/schemas'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

export const choice: ValueChecker<ChoiceField> = (_field, value, place) => {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'option' })
  if (value === '') return accept(null)
  return place.options?.has(value) || place.old === value ? accept(value) : refuse(place, 'not-an-option')
}
