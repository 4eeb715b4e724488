import type { Expression, Field } from '@pipewright/schemas'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'
import { fixedParts } from './fixed-parts.ts'

const decimal = /^-?\d{1,18}(\.\d{1,8})?$/
const day = /^\d{4}-\d{2}-\d{2}$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
const time = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/
const count = /^\d{1,15}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A record with its form, as a relation to any of several forms has it. */
const anyRecord = /^[a-z][a-z0-9_]*:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isText = (value: Expression): boolean => typeof value === 'string'
const isDecimal = (value: Expression): boolean =>
  typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && decimal.test(value)
const matches = (pattern: RegExp) => (value: Expression) => typeof value === 'string' && pattern.test(value)
/** Such as the current user within a list of members. */
const isOperation = (value: Expression): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: Expression): boolean =>
  typeof value === 'number' ? Number.isSafeInteger(value) && value >= 0 : matches(count)(value)
const never = (): boolean => false

/** Whether a constant can be a value of the type; that options exist is checked with the references. */
const fits: { readonly [T in Field['type']]: (value: Expression) => boolean } = {
  text: isText,
  longText: isText,
  richText: isText,
  email: isText,
  phone: isText,
  url: isText,
  number: isDecimal,
  money: isDecimal,
  percent: isDecimal,
  rating: isCount,
  date: (value) => matches(day)(value) && !Number.isNaN(Date.parse(String(value))),
  dateTime: (value) => matches(moment)(value) && !Number.isNaN(Date.parse(String(value))),
  time: matches(time),
  duration: isCount,
  yesNo: (value) => typeof value === 'boolean',
  choice: isText,
  multiChoice: (value) => Array.isArray(value) && value.every(isText),
  tags: (value) => Array.isArray(value) && value.every(isText),
  member: matches(uuid),
  members: (value) => Array.isArray(value) && value.every((one) => matches(uuid)(one) || isOperation(one)),
  department: matches(uuid),
  departments: (value) =>
    Array.isArray(value) && value.every((one) => matches(uuid)(one) || isOperation(one)),
  relation: matches(uuid),
  relations: (value) => Array.isArray(value) && value.every(matches(uuid)),
  anyRelation: matches(anyRecord),
  address: never,
  dateRange: never,
  location: never,
  foreignMoney: never,
  lineItems: never,
  autoNumber: never,
  attachment: never,
  formula: never,
  lookup: never,
  rollup: never,
}

const isConstant = (value: Expression): boolean =>
  value === null || typeof value !== 'object' || Array.isArray(value)

/** Whether the form of a record is one of those that can be picked from; other values have none. */
const isTarget = (field: Field, value: Expression): boolean =>
  field.type !== 'anyRelation' ||
  field.targets.some(({ form }) => typeof value === 'string' && value.startsWith(`${form}:`))

/** Whether a constant is one that the field could hold; null empties it. */
export const canHoldConstant = (field: Field, value: Expression): boolean =>
  value === null || (fits[field.type](value) && isTarget(field, value))

/** A default that is a constant, or made of constants alone, is one that the field could hold. */
export function checkDefault(field: Field, at: readonly Segment[]): Problem[] {
  if (!('default' in field) || field.default === undefined || field.default === null) return []
  const { default: value } = field
  const holds = isConstant(value) ? canHoldConstant(field, value) : fixedParts(field, value) !== 'wrong'
  return holds ? [] : [problem('wrong-default', toPointer([...at, 'default']), { field: field.label })]
}
