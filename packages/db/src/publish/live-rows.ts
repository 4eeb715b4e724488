import { isStored, rowAbove, tableAt, tableOf } from '@pipewright/compiler'
import { indexDefinition, isInRows, rowsPlace, type Place } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import type { Statement } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

/** Everything after `select …` to look at records (or the rows in them) that are not deleted, as `r`. */
function fromLive(schema: string, place: Place): string {
  const rows = quoteTable(schema, tableAt(place))
  if (place.lineItems === undefined) return `from ${rows} as r where r.deleted_at is null`
  const records = quoteTable(schema, tableOf(place.form))
  return `from ${rows} as r join ${records} as record on record.id = r.parent where record.deleted_at is null`
}

const mostNamed = 5

/** Some of the records a count counts: `id` and `title`. For rows, the records that they belong to. */
export function namedLive(
  { before }: { readonly before: AppDefinition },
  place: Place,
  counted: Statement,
): Statement {
  const form = indexDefinition(before).form(place.form)
  const field = form?.fields.find(({ key }) => key === form.titleField)
  const isTitled = field !== undefined && isStored(before, { form: place.form }, field)
  const owner = place.lineItems === undefined ? 'r' : 'record'
  const title = isTitled ? `${owner}.${quoteIdent(field.key)}::text` : 'null'
  const from = counted.text.slice(counted.text.indexOf(' from '))
  return {
    text: `select distinct ${owner}.id, ${title} as title${from} order by 1 limit ${mostNamed}`,
    values: counted.values,
  }
}

const column = (key: string): string => `r.${quoteIdent(key)}`

/** Counts records, as `count`. */
export const countLive = (
  schema: string,
  place: Place,
  condition = 'true',
  values: unknown[] = [],
): Statement => ({
  text: `select count(*) as count ${fromLive(schema, place)} and ${condition}`,
  values,
})

export const countFilled = (schema: string, place: Place, key: string): Statement =>
  countLive(schema, place, `${column(key)} is not null`)

/** Records whose value names a record of a form. */
export const countNaming = (schema: string, place: Place, key: string, form: string): Statement =>
  countLive(schema, place, `${column(key)} ->> 'form' = $1`, [form])

/** Records whose list has more than one element. */
export const countMany = (schema: string, place: Place, key: string): Statement =>
  countLive(schema, place, `cardinality(${column(key)}) > 1`)

export const countEmpty = (schema: string, place: Place, key: string): Statement =>
  countLive(schema, place, `${column(key)} is null`)

/** Records, or rows, without a single row of line items in them. */
export const countWithoutRows = (schema: string, place: Place, key: string): Statement => {
  const inner = rowsPlace(place, key)
  const rows = quoteTable(schema, tableAt(inner))
  const owner = isInRows(inner) ? quoteIdent(rowAbove) : 'parent'
  return countLive(schema, place, `not exists (select 1 from ${rows} as item where item.${owner} = r.id)`)
}

export const countMoreDigits = (schema: string, place: Place, key: string, scale: number): Statement =>
  countLive(schema, place, `${column(key)} <> round(${column(key)}, $1)`, [scale])

export const countLonger = (schema: string, place: Place, key: string, maxLength: number): Statement =>
  countLive(schema, place, `char_length(${column(key)}) > $1`, [maxLength])

export const countWithOption = (
  schema: string,
  place: Place,
  key: string,
  option: string,
  many: boolean,
): Statement =>
  countLive(schema, place, many ? `${column(key)} @> array[$1]::text[]` : `${column(key)} = $1`, [option])
