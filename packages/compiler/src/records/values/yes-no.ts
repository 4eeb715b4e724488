import type { YesNoField } from '@pipewright/schemas'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

export const yesNo: ValueChecker<YesNoField> = (_field, value, place) =>
  typeof value === 'boolean' ? accept(value) : refuse(place, 'wrong-type', { expected: 'true/false' })
