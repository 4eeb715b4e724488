import type { AutoNumberField, FormulaField, LookupField, RollupField } from '@pipewright/schemas'
import type { ValueChecker } from './value-checker.ts'
import { refuse } from './value-checker.ts'

/** Numbers and calculated values come from the system alone. */
const never = (_field: unknown, _value: unknown, place: Parameters<ValueChecker<FormulaField>>[2]) =>
  refuse(place, 'not-writable')

export const autoNumber: ValueChecker<AutoNumberField> = never
export const formula: ValueChecker<FormulaField> = never
export const lookup: ValueChecker<LookupField> = never
export const rollup: ValueChecker<RollupField> = never
