import type { Field } from '@pipewright/schemas'
import { otherMark } from '@pipewright/metadata'
import type { CompiledForm, CompiledPlace } from '../app/compiled-form.ts'
import { mayWriteField } from '../rights/readable.ts'
import type { CompiledFormRights } from '../rights/rights.ts'
import { numericScale } from './numeric-scale.ts'
import { mostPeople } from './values/members.ts'
import { longestTag, mostTags } from './values/tags.ts'
import { longestLine } from './values/text.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

const uuid: JsonSchema = { type: 'string', format: 'uuid' }
const text = (
  field: { readonly maxLength?: number; readonly minLength?: number },
  max: number,
): JsonSchema => ({
  type: 'string',
  maxLength: field.maxLength ?? max,
  ...(field.minLength === undefined ? {} : { minLength: field.minLength }),
})
const decimal = (field: {
  readonly scale?: number
  readonly min?: string
  readonly max?: string
}): JsonSchema => {
  const scale = numericScale(field)
  const description = [
    `Exact decimal, at most ${scale} digits after the point.`,
    field.min === undefined ? '' : `At least ${field.min}.`,
    field.max === undefined ? '' : `At most ${field.max}.`,
  ]
  return {
    type: ['string', 'number'],
    pattern: `^-?\\d{1,18}${scale === 0 ? '' : `(\\.\\d{1,${scale}})?`}$`,
    description: description.filter(Boolean).join(' '),
  }
}

const answer = (field: { readonly other?: boolean }, options: readonly string[]): JsonSchema => {
  const option = { type: 'string', enum: options }
  if (field.other !== true) return option
  const description = `An answer of one's own, behind "${otherMark}".`
  return { anyOf: [option, { type: 'string', pattern: `^${otherMark}.`, description }] }
}

type Schemas = {
  readonly [T in Field['type']]:
    | ((field: Extract<Field, { type: T }>, options: readonly string[]) => JsonSchema)
    | null
}

const schemas: Schemas = {
  text: (field) => text(field, longestLine),
  longText: (field) => text(field, 100_000),
  number: decimal,
  money: (field) => ({ ...decimal(field), 'x-currency': field.currency }),
  percent: decimal,
  date: () => ({ type: 'string', format: 'date' }),
  dateTime: () => ({ type: 'string', format: 'date-time' }),
  yesNo: () => ({ type: 'boolean' }),
  choice: answer,
  multiChoice: (field, options) => ({ type: 'array', items: answer(field, options) }),
  email: () => ({ type: 'string', format: 'email', maxLength: 254 }),
  phone: () => ({ type: 'string', maxLength: 50 }),
  url: () => ({ type: 'string', maxLength: 2000 }),
  tags: (field) => ({
    type: 'array',
    items: { type: 'string', maxLength: longestTag },
    maxItems: field.maxTags ?? mostTags,
  }),
  members: () => ({ type: 'array', items: uuid, maxItems: mostPeople, description: 'Ids of members.' }),
  department: () => ({ ...uuid, description: 'Id of a department.' }),
  departments: () => ({
    type: 'array',
    items: uuid,
    maxItems: mostPeople,
    description: 'Ids of departments.',
  }),
  member: () => ({ ...uuid, description: 'Id of a member.' }),
  relation: (field) => ({ ...uuid, description: `Id of a record of "${field.form}".` }),
  attachment: (field) => ({ type: 'array', items: uuid, maxItems: field.maxFiles ?? 50 }),
  lineItems: null,
  autoNumber: null,
  formula: null,
  lookup: null,
  rollup: null,
}

function fieldSchema(place: CompiledPlace, field: Field): JsonSchema | null {
  const make = schemas[field.type] as ((field: Field, options: readonly string[]) => JsonSchema) | null
  if (make === null) return null
  const schema = make(field, [...(place.options.get(field.key) ?? [])])
  return { title: field.label.en ?? field.label.zh ?? field.key, anyOf: [schema, { type: 'null' }] }
}

function properties(
  place: CompiledPlace,
  rights: CompiledFormRights,
  prefix: string,
): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {}
  for (const field of place.fields.values()) {
    const schema = mayWriteField(rights, prefix + field.key) ? fieldSchema(place, field) : null
    if (schema !== null) found[field.key] = schema
  }
  return found
}

/**
 * JSON Schema (draft 2020-12) of the `values` that this actor may write. What must be filled depends on defaults and
 * rules and is checked by the write itself; "x-required" names the fields that are always required.
 */
export function recordSchema(form: CompiledForm, rights: CompiledFormRights): JsonSchema {
  const own = properties(form, rights, '')
  for (const items of form.items) {
    if (!mayWriteField(rights, items.field.key)) continue
    const columns = { id: uuid, ...properties(items, rights, `${items.field.key}.`) }
    own[items.field.key] = {
      title: items.field.label.en ?? items.field.key,
      type: 'array',
      maxItems: items.field.maxRows ?? 5000,
      items: { type: 'object', additionalProperties: false, properties: columns },
    }
  }
  const required = [...form.fields.values()].filter(
    (field) => 'required' in field && field.required === true && Object.hasOwn(own, field.key),
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: form.form.label.en ?? form.key,
    type: 'object',
    additionalProperties: false,
    properties: own,
    'x-required': required.map((field) => field.key),
  }
}
