import { fixedValue, isSameJson } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'

/** The reader or his department: picked like a fixed value. */
const current: readonly Expression[] = [{ var: '$me' }, { var: '$department' }]

/** Whether a value is given as in a form, not calculated; one that is made of fixed parts is as fixed as they are. */
export const isFixed = (field: Field, value: Expression | undefined): boolean =>
  current.some((one) => isSameJson(value, one)) ||
  typeof value !== 'object' ||
  value === null ||
  Array.isArray(value) ||
  fixedValue(field, value) !== undefined
