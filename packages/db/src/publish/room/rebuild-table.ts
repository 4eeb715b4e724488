import type { Connection } from '../../connection/connection.ts'
import { quoteIdent, quoteTable } from '../../connection/quote-ident.ts'

interface Named {
  readonly name: string
  readonly definition: string
}

interface OwnedKey extends Named {
  readonly owner: string
}

interface Grant {
  readonly grantee: string
  readonly privilege: string
  readonly column: string | null
  readonly grantable: boolean
}

/** What hangs on a table, as the database writes it down. */
async function readAttached(tx: Connection, rows: string) {
  const read = <Row>(text: string) => tx.query<Row>({ text, values: [rows] })
  return {
    columns: (
      await read<{ name: string }>(
        `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      )
    ).map(({ name }) => name),
    keys: await read<Named>(
      `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u', 'f', 'x') order by contype = 'f', conname`,
    ),
    indexes: (
      await read<{ definition: string }>(
        `select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = $1::regclass and indisvalid
          and not exists (select 1 from pg_constraint where conindid = indexrelid and conrelid = indrelid) order by indexrelid`,
      )
    ).map(({ definition }) => definition),
    referring: await read<OwnedKey>(
      `select quote_ident(conname) as name, conrelid::regclass::text as owner, pg_get_constraintdef(oid) as definition from pg_constraint where confrelid = $1::regclass and conrelid <> confrelid and contype = 'f' order by conname`,
    ),
    triggers: await read<Named>(
      `select quote_ident(tgname) as name, pg_get_triggerdef(oid) as definition from pg_trigger where tgrelid = $1::regclass and not tgisinternal order by tgname`,
    ),
    grants: await read<Grant>(
      `with given as (
        select null::text as "column", (aclexplode(relacl)).* from pg_class where oid = $1::regclass
        union all select quote_ident(attname), (aclexplode(attacl)).* from pg_attribute where attrelid = $1::regclass and not attisdropped)
      select "column", privilege_type as privilege, is_grantable as grantable, case when grantee = 0 then 'public' else grantee::regrole::text end as grantee from given`,
    ),
  }
}

/** Views and the like, which follow the table itself and would go with it. */
async function hasFollowers(tx: Connection, rows: string): Promise<boolean> {
  const found = await tx.query({
    text: `select 1 from pg_depend where refclassid = 'pg_class'::regclass and refobjid = $1::regclass and classid = 'pg_rewrite'::regclass limit 1`,
    values: [rows],
  })
  return found.length > 0
}

/**
 * Makes a table anew with the columns that are there, so that dropped ones no longer count: copied under lock, with its ids,
 * values, defaults, indexes, keys in both directions, triggers and rights, those of other programs too. Answers whether it did:
 * what somebody's view looks at stays as it is.
 */
export async function rebuildTable(tx: Connection, schema: string, table: string): Promise<boolean> {
  const rows = quoteTable(schema, table)
  const run = async (text: string): Promise<void> => void (await tx.query({ text, values: [] }))
  await run(`lock table ${rows} in access exclusive mode`)
  if (await hasFollowers(tx, rows)) return false
  const attached = await readAttached(tx, rows)
  const former = `_former_${table}`.slice(0, 63)
  await run(`alter table ${rows} rename to ${quoteIdent(former)}`)
  const old = quoteTable(schema, former)
  await run(`create table ${rows} (like ${old} including all excluding indexes)`)
  const columns = attached.columns.join(', ')
  await run(`insert into ${rows} (${columns}) select ${columns} from ${old}`)
  for (const { name, owner } of attached.referring) await run(`alter table ${owner} drop constraint ${name}`)
  await run(`drop table ${old}`)
  for (const { name, definition } of attached.keys)
    await run(`alter table ${rows} add constraint ${name} ${definition}`)
  for (const definition of attached.indexes) await run(definition)
  for (const { name, owner, definition } of attached.referring)
    await run(`alter table ${owner} add constraint ${name} ${definition}`)
  for (const { definition } of attached.triggers) await run(definition)
  for (const { grantee, privilege, column, grantable } of attached.grants)
    await run(
      `grant ${privilege}${column === null ? '' : ` (${column})`} on ${rows} to ${grantee}${grantable && grantee !== 'public' ? ' with grant option' : ''}`,
    )
  await run(`analyze ${rows}`)
  return true
}
