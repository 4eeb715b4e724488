import type { Expression, Field } from '@pipewright/schemas'
import { fixedParts, isNone, makers, type Constant } from './check/fixed-parts.ts'

/** What the operation of a type takes, in this order. */
const names: Readonly<Partial<Record<Field['type'], readonly string[]>>> = {
  address: ['country', 'province', 'city', 'district', 'street', 'postcode'],
  dateRange: ['start', 'end'],
  location: ['latitude', 'longitude', 'label'],
  foreignMoney: ['amount', 'currency'],
}

const isParts = (value: unknown): value is Readonly<Record<string, Constant>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The default that a value as records hold it is; undefined for none. */
export function fixedDefault(field: Field, value: unknown): Expression | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value) && value.length === 0) return undefined
  if (!isParts(value)) return value as Expression
  if (field.type === 'anyRelation') return `${String(value['form'])}:${String(value['id'])}`
  const parts = names[field.type]?.map((name) => value[name] ?? null) ?? []
  const count = parts.findLastIndex((part) => !isNone(part)) + 1
  const maker = makers[field.type]
  return count === 0 || maker === undefined
    ? undefined
    : { [maker]: parts.slice(0, count).map((part) => part ?? '') }
}

/** The value that a default is where nothing of it is calculated; undefined where something is, null for no default. */
export function fixedValue(field: Field, value: Expression | undefined): Expression | undefined {
  if (value === undefined || value === null) return null
  if (field.type === 'anyRelation' && typeof value === 'string') {
    const [form = '', id = ''] = value.split(':')
    return { form, id } as unknown as Expression
  }
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.every((one) => typeof one !== 'object') ? value : undefined
  const parts = fixedParts(field, value)
  if (parts === undefined || parts === 'wrong') return undefined
  const held = names[field.type]?.map((name, at) => [name, isNone(parts[at]) ? null : parts[at]]) ?? []
  return Object.fromEntries(held) as Expression
}
