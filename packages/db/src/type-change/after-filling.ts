import { tableOf, type MigrationStep } from '@pipewright/compiler'
import type { Place } from '@pipewright/metadata'
import type { AnyRelationField, Field, ForeignMoneyField, RelationField } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { firstOf, systemQuery } from '../connection/engine-query.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

interface Scene {
  readonly tx: Connection
  readonly schema: string
}

interface Filled {
  readonly table: string
  readonly place: Place
}

/** A value that comes back may name a record that is gone for good by now; the value kept aside still does. */
async function dropDangling(
  { tx, schema }: Scene,
  { table }: Filled,
  field: RelationField | AnyRelationField,
): Promise<void> {
  const column = `r.${quoteIdent(field.key)}`
  const targets = field.type === 'relation' ? [field.form] : field.targets.map(({ form }) => form)
  for (const form of targets) {
    const id = field.type === 'relation' ? column : `(${column} ->> 'id')::uuid`
    const names = field.type === 'relation' ? 'true' : `${column} ->> 'form' = $1`
    await tx.query({
      text: `update ${quoteTable(schema, table)} r set ${quoteIdent(field.key)} = null
        where ${column} is not null and ${names}
          and not exists (select from ${quoteTable(schema, tableOf(form))} t where t.id = ${id})`,
      values: field.type === 'relation' ? [] : [form],
    })
  }
}

/** What amounts are worth by the rates that are there; one without a rate is found out when its record is next saved. */
async function fillWorth(
  { tx, schema }: Scene,
  { table, place }: Filled,
  { key, home, scale = 2, rateDate }: ForeignMoneyField,
): Promise<void> {
  const query = systemQuery.selectFrom('workspace').select('zone').where('schema', '=', schema)
  const zone = (await firstOf(tx, query))?.zone ?? 'UTC'
  const own = quoteIdent(key)
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
          where r.${own} is not null) as i) as w
      where w.id = r.id and r.${own} is not null and r.${own} ->> 'home' is null`,
    values: [home, scale, zone],
  })
}

const filled: Partial<{
  readonly [T in Field['type']]: (scene: Scene, at: Filled, field: never) => Promise<void>
}> = {
  relation: dropDangling,
  anyRelation: dropDangling,
  foreignMoney: fillWorth,
}

/** What new values still need that only the database knows: whether their records are there, what amounts are worth. */
export async function afterFilling(
  scene: Scene,
  { table, place, to }: Extract<MigrationStep, { type: 'convertColumn' }>,
): Promise<void> {
  const run = filled[to.type] as ((scene: Scene, at: Filled, field: Field) => Promise<void>) | undefined
  await run?.(scene, { table, place }, to)
}
