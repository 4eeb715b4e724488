import type { CompiledForm, CompiledItems, CompiledFormRights } from '@pipewright/compiler'
import { valueTypeOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'

type Json = Readonly<Record<string, unknown>>

const text: Json = { type: ['string', 'null'] }
const decimal: Json = { type: ['string', 'null'], description: 'Exact decimal.' }
const id: Json = { type: ['string', 'null'], format: 'uuid' }
const ids: Json = { type: 'array', items: { type: 'string', format: 'uuid' } }
const day: Json = { type: ['string', 'null'], format: 'date' }
const instant: Json = { type: ['string', 'null'], format: 'date-time' }
const yesNo: Json = { type: ['boolean', 'null'] }

const whole = (parts: readonly string[]): Json => ({
  type: ['object', 'null'],
  properties: Object.fromEntries(parts.map((part) => [part, text])),
})

/** What each type of field reads as. */
const byType: Readonly<Record<Field['type'], Json>> = {
  text,
  longText: text,
  richText: { ...text, contentMediaType: 'text/html' },
  email: text,
  phone: text,
  url: text,
  autoNumber: text,
  number: decimal,
  money: decimal,
  percent: decimal,
  rating: decimal,
  duration: { ...decimal, description: 'Whole minutes or seconds.' },
  date: day,
  dateTime: instant,
  time: { ...text, description: 'HH:MM:SS.' },
  yesNo,
  choice: text,
  multiChoice: { type: ['array', 'null'], items: { type: 'string' } },
  address: whole(['country', 'province', 'city', 'district', 'street', 'postcode', 'code', 'text']),
  dateRange: whole(['start', 'end', 'days', 'text']),
  location: whole(['latitude', 'longitude', 'label', 'text']),
  foreignMoney: whole(['amount', 'currency', 'home', 'rate', 'day', 'text']),
  tags: { type: ['array', 'null'], items: { type: 'string' } },
  member: id,
  members: { ...ids, type: ['array', 'null'] },
  department: id,
  departments: { ...ids, type: ['array', 'null'] },
  relation: id,
  anyRelation: { ...whole(['form', 'id', 'text']), description: 'A record: its form and its id.' },
  relations: { ...ids, type: ['array', 'null'] },
  attachment: { ...ids, type: ['array', 'null'] },
  formula: text,
  lookup: text,
  rollup: decimal,
  lineItems: { type: 'array', items: { type: 'object' } },
}

const titled = (field: Field): Json => ({
  title: field.label.en ?? field.label.zh ?? field.key,
  ...byType[valueTypeOf(field)],
})

/** The `values` of a record as this caller reads them: fields she may not read are not there. */
export function readSchema(form: CompiledForm, rights: CompiledFormRights): Json {
  const mayRead = (path: string) => Object.hasOwn(rights.fields, path)
  const own = [...form.fields.values()]
    .filter(({ key }) => mayRead(key))
    .map((field) => [field.key, titled(field)] as const)
  const rows = rowSchemas(form.items, mayRead)
  return { type: 'object', properties: Object.fromEntries([...own, ...rows]) }
}

/** Rows of line items, with the rows inside them. */
const rowSchemas = (
  all: readonly CompiledItems[],
  mayRead: (path: string) => boolean,
): readonly (readonly [string, Json])[] =>
  all
    .filter(({ path }) => mayRead(path))
    .map(({ field, path, fields, inner }) => {
      const columns = [...fields.values()].filter(({ key }) => mayRead(`${path}.${key}`))
      const properties = {
        id,
        ...Object.fromEntries(columns.map((column) => [column.key, titled(column)])),
        ...Object.fromEntries(rowSchemas(inner, mayRead)),
      }
      return [field.key, { ...titled(field), items: { type: 'object', properties } }] as const
    })
