import { tableOf, type FieldValue, type MigrationStep } from '@pipewright/compiler'
import type { Place } from '@pipewright/metadata'
import type { Field, ForeignMoneyField } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { firstOf, systemQuery } from '../connection/engine-query.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { columnsOf } from '../publish/catalogue.ts'
import { fillColumn } from './become-values.ts'

interface Scene {
  readonly tx: Connection
  readonly schema: string
}

type Filled = readonly (readonly [string, FieldValue])[]

interface Named {
  readonly form: string
  readonly id: string
}

/** The record that a value names. */
function namedBy(field: Field, value: FieldValue): Named | undefined {
  if (value === null) return undefined
  if (field.type === 'relation') return { form: field.form, id: value as string }
  if (field.type !== 'anyRelation') return undefined
  const named = value as unknown as Named
  return field.targets.some(({ form }) => form === named.form) ? named : undefined
}

async function presentIn({ tx, schema }: Scene, form: string, ids: readonly string[]): Promise<Set<string>> {
  // A form that only comes with this has no records yet.
  if ((await columnsOf(tx, schema, tableOf(form))).size === 0) return new Set()
  const found = await tx.query<{ id: string }>({
    text: `select id from ${quoteTable(schema, tableOf(form))} where id = any($1::uuid[])`,
    values: [ids],
  })
  return new Set(found.map(({ id }) => id))
}

/** A value that comes back may name a record that is gone for good by now; the value kept aside still does. */
async function withoutDangling(scene: Scene, field: Field, filled: Filled): Promise<Filled> {
  const wanted = new Map<string, Set<string>>()
  for (const [, value] of filled) {
    const named = namedBy(field, value)
    if (named !== undefined) wanted.set(named.form, (wanted.get(named.form) ?? new Set()).add(named.id))
  }
  if (wanted.size === 0) return filled
  const present = new Map<string, Set<string>>()
  for (const [form, ids] of wanted) present.set(form, await presentIn(scene, form, [...ids]))
  return filled.map(([id, value]) => {
    const named = namedBy(field, value)
    return [id, named === undefined || present.get(named.form)?.has(named.id) === true ? value : null]
  })
}

/** What amounts are worth by the rates that are there; one without a rate is found out when its record is next saved. */
async function fillWorth(
  { tx, schema }: Scene,
  { table, place, column }: { readonly table: string; readonly place: Place; readonly column: string },
  { home, scale = 2, rateDate }: ForeignMoneyField,
  ids: readonly string[],
): Promise<void> {
  const query = systemQuery.selectFrom('workspace').select('zone').where('schema', '=', schema)
  const zone = (await firstOf(tx, query))?.zone ?? 'UTC'
  const own = quoteIdent(column)
  const isRow = place.lineItems !== undefined
  const records = quoteTable(schema, tableOf(place.form))
  const made = `((${isRow ? `(select o.created_at from ${records} o where o.id = r.parent)` : 'r.created_at'}) at time zone $3)::date`
  const day = rateDate === undefined ? made : `coalesce(r.${quoteIdent(rateDate)}, ${made})`
  await tx.query({
    text: `update ${quoteTable(schema, table)} r set ${own} = r.${own} || case
        when r.${own} ->> 'currency' = $1 then jsonb_build_object(
          'home', round((r.${own} ->> 'amount')::numeric, $2::int)::text, 'rate', '1', 'day', null)
        else jsonb_build_object('home', round((r.${own} ->> 'amount')::numeric * w.rate, $2::int)::text,
          'rate', trim_scale(w.rate)::text, 'day', w.day::text) end
      from (select i.id, i.day, (select e.rate from ${quoteTable(schema, '_exchange_rate')} e
          where e.currency = i.currency and e.home = $1 and e.from_date <= i.day
          order by e.from_date desc limit 1) as rate
        from (select r.id, r.${own} ->> 'currency' as currency, ${day} as day from ${quoteTable(schema, table)} r
          where r.${own} is not null and r.id = any($4::uuid[])) as i) as w
      where w.id = r.id and r.${own} ->> 'home' is null`,
    values: [home, scale, zone, ids],
  })
}

/**
 * Writes what values become into the column of their new type, or into the one that is to take its place: with what only the
 * database knows, whether their records are there and what amounts are worth. A few rows at a time, so that nothing is left to
 * be looked up when the columns change places.
 */
export async function fillRows(
  scene: Scene,
  { table, place, to, column }: Extract<MigrationStep, { type: 'convertColumn' }>,
  into: string,
  filled: Filled,
): Promise<void> {
  const kept = await withoutDangling(scene, to, filled)
  await fillColumn(scene.tx, { schema: scene.schema, table, column: { ...column, name: into } }, kept)
  if (to.type !== 'foreignMoney') return
  const ids = kept.flatMap(([id, value]) => (value === null ? [] : [id]))
  if (ids.length > 0) await fillWorth(scene, { table, place, column: into }, to, ids)
}
