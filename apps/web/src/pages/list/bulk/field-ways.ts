import type { FieldChange, FormRights, JsonValue } from '@pipewright/contract'
import { isCalculated } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'

export type Way = FieldChange['way']

const lists: ReadonlySet<Field['type']> = new Set([
  'multiChoice',
  'tags',
  'members',
  'departments',
  'relations',
] as const)
const parts: ReadonlySet<Field['type']> = new Set([
  'address',
  'dateRange',
  'location',
  'foreignMoney',
  'anyRelation',
] as const)
const never: ReadonlySet<Field['type']> = new Set(['lineItems', 'attachment', 'autoNumber'] as const)

/** The fields that many records can be given something in, in their order. */
export const changeable = (fields: readonly Field[], rights: FormRights | undefined): readonly Field[] =>
  fields.filter(
    (field) => !isCalculated(field) && !never.has(field.type) && rights?.fields[field.key] === 'write',
  )

/** What can be done with a field; the first is what is meant when nothing is said. */
export function waysOf(field: Field): readonly Way[] {
  const isRequired = 'required' in field && field.required === true
  return [
    ...(lists.has(field.type) ? (['add', 'remove'] as const) : []),
    'set',
    ...(parts.has(field.type) ? [] : (['calculate'] as const)),
    ...(isRequired ? [] : (['clear'] as const)),
  ]
}

/** A change as it is being told; not whole until there is something to change to. */
export interface Told {
  readonly field: Field
  readonly way: Way
  readonly value: JsonValue
  readonly expression: Expression | undefined
}

const isBlank = (value: JsonValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Undefined while something is missing. */
export function changeOf({ field: { key: field }, way, value, expression }: Told): FieldChange | undefined {
  if (way === 'clear') return { field, way }
  if (way === 'calculate') return expression === undefined ? undefined : { field, way, expression }
  if (isBlank(value)) return undefined
  if (way === 'set') return { field, way, value }
  return { field, way, values: Array.isArray(value) ? value.map(String) : [String(value)] }
}
