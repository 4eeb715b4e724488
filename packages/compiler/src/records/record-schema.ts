import { mostFilesOf, otherMark, scaleOf } from '@pipewright/metadata'
import type { DateField, Field, TextField } from '@pipewright/schemas'
import type { CompiledForm, CompiledItems, CompiledPlace } from '../app/compiled-form.ts'
import { mayWriteField } from '../rights/readable.ts'
import type { CompiledFormRights } from '../rights/rights.ts'
import { roundingOf } from './values/decimal.ts'
import { mostInnerRows, mostRows } from './values/line-items.ts'
import { mostPeople } from './values/members.ts'
import { usualSigns } from './values/rating.ts'
import { longestRichText } from './values/rich-text.ts'
import { longestTag, mostTags } from './values/tags.ts'
import { mostRelated } from './values/relations.ts'
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
type Decimal = Field & { readonly min?: string; readonly max?: string }
const digits = (most: number): string => (most === 0 ? '' : `(\\.\\d{1,${most}})?`)
const decimal = (field: Decimal): JsonSchema => {
  const scale = scaleOf(field)
  const rounds = roundingOf(field) !== undefined
  const description = [
    rounds
      ? `Exact decimal, rounded to ${scale} digits after the point.`
      : `Exact decimal, at most ${scale} digits after the point.`,
    field.min === undefined ? '' : `At least ${field.min}.`,
    field.max === undefined ? '' : `At most ${field.max}.`,
  ]
  return {
    type: ['string', 'number'],
    pattern: `^-?\\d{1,18}${digits(rounds ? 40 : scale)}$`,
    description: description.filter(Boolean).join(' '),
  }
}

const answer = (field: { readonly other?: boolean }, options: readonly string[]): JsonSchema => {
  const option = { type: 'string', enum: options }
  if (field.other !== true) return option
  const description = `An answer of one's own, behind "${otherMark}".`
  return { anyOf: [option, { type: 'string', pattern: `^${otherMark}.`, description }] }
}

const day: JsonSchema = { type: 'string', format: 'date' }
const days: Readonly<Record<NonNullable<DateField['precision']>, JsonSchema>> = {
  day,
  month: { type: 'string', description: 'YYYY-MM, or a day of the month; answered as its first day.' },
  year: { type: 'string', description: 'YYYY, or a day of the year; answered as its first day.' },
}

const formats: Readonly<Record<NonNullable<TextField['format']>, (field: TextField) => JsonSchema>> = {
  plain: () => ({}),
  idCard: () => ({ description: 'Resident id of China, 18 characters with its check digit.' }),
  postcode: () => ({ description: 'Six digits.' }),
  scan: () => ({ description: 'What a bar code or QR code says.' }),
  pattern: ({ pattern }) => ({
    description: 'Has to match the RE2 expression as a whole.',
    'x-re2': pattern,
  }),
}

const part: JsonSchema = { type: ['string', 'number', 'null'] }
const derivedParts = ['text', 'code', 'days', 'home', 'rate', 'day']

/** What follows from the other parts is answered, and taken back without being looked at. */
const parts = (names: readonly string[], more: JsonSchema): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries([...names, ...derivedParts].map((name) => [name, part])),
  ...more,
})

type Schemas = {
  readonly [T in Field['type']]:
    | ((field: Extract<Field, { type: T }>, options: readonly string[]) => JsonSchema)
    | null
}

const schemas: Schemas = {
  text: (field) => ({ ...text(field, longestLine), ...formats[field.format ?? 'plain'](field) }),
  longText: (field) => text(field, 100_000),
  richText: () => ({
    type: 'string',
    maxLength: longestRichText,
    contentMediaType: 'text/html',
    description:
      'HTML; p, h1 to h3, ul, ol, li, blockquote, pre, code, strong, em, u, s, a, br and hr are kept, text without tags becomes paragraphs.',
  }),
  number: decimal,
  money: (field) => ({ ...decimal(field), 'x-currency': field.currency }),
  percent: decimal,
  rating: ({ max = usualSigns }) => ({ type: ['string', 'number'], description: `1 to ${max}.` }),
  date: ({ precision = 'day' }) => days[precision],
  dateTime: () => ({ type: 'string', format: 'date-time' }),
  time: ({ seconds }) => ({
    type: 'string',
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$',
    description: seconds === true ? 'HH:MM:SS' : 'HH:MM; answered with seconds.',
  }),
  duration: ({ unit = 'minutes' }) => ({
    type: ['string', 'number'],
    pattern: '^\\d{1,18}$',
    description: `Number of ${unit}.`,
  }),
  yesNo: () => ({ type: 'boolean' }),
  choice: answer,
  multiChoice: (field, options) => ({ type: 'array', items: answer(field, options) }),
  email: () => ({ type: 'string', format: 'email', maxLength: 254 }),
  phone: ({ country }) => ({
    type: 'string',
    maxLength: 50,
    ...(country !== undefined && {
      description: `As people write it, in ${country} without a country code; answered as E.164, with “ ext. ” before an extension.`,
    }),
  }),
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
  anyRelation: ({ targets }) =>
    parts(['form', 'id', ...targets.map(({ form }) => form)], {
      description: `A record of one of the forms ${targets.map(({ form }) => form).join(', ')}: its form and its id.`,
    }),
  relations: (field) => ({
    type: 'array',
    items: { ...uuid, description: `Id of a record of "${field.form}".` },
    maxItems: field.maxCount ?? mostRelated,
    uniqueItems: true,
  }),
  attachment: (field) => ({ type: 'array', items: uuid, maxItems: mostFilesOf(field) }),
  address: ({ country = 'CN' }) =>
    parts(['country', 'province', 'city', 'district', 'street', 'postcode'], {
      description: `An address; ${country} is meant where no country (ISO 3166) is given. Divisions of China by their names.`,
    }),
  dateRange: () => parts(['start', 'end'], { description: 'A first and a last day.' }),
  location: () => parts(['latitude', 'longitude', 'label'], { description: 'Degrees as decimals.' }),
  foreignMoney: ({ currency, home }) =>
    parts(['amount', 'currency'], {
      description: `An exact amount and its ISO 4217 currency; ${currency} is meant where none is given. Answered with what it is worth in ${home}, by which rate and of which day.`,
    }),
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

/** Rows of line items, with the rows inside them. */
function rowSchemas(all: readonly CompiledItems[], rights: CompiledFormRights): Record<string, JsonSchema> {
  const writable = all.filter(({ path }) => mayWriteField(rights, path))
  return Object.fromEntries(
    writable.map((items) => {
      const { field, path, inner } = items
      const columns = {
        id: uuid,
        ...properties(items, rights, `${path}.`),
        ...rowSchemas(inner, rights),
      }
      const schema: JsonSchema = {
        title: field.label.en ?? field.key,
        type: 'array',
        maxItems: field.maxRows ?? (path === field.key ? mostRows : mostInnerRows),
        items: { type: 'object', additionalProperties: false, properties: columns },
      }
      return [field.key, schema]
    }),
  )
}

/**
 * JSON Schema (draft 2020-12) of the `values` that this actor may write. What must be filled depends on defaults and
 * rules and is checked by the write itself; "x-required" names the fields that are always required.
 */
export function recordSchema(form: CompiledForm, rights: CompiledFormRights): JsonSchema {
  const own = properties(form, rights, '')
  Object.assign(own, rowSchemas(form.items, rights))
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
