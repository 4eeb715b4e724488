import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

interface Place {
  readonly tx: Connection
  readonly schema: string
}

const run = async ({ tx }: Place, text: string): Promise<void> => void (await tx.query({ text, values: [] }))

const events = ['insert', 'update'] as const

const triggerOf = (column: string, event: (typeof events)[number]): string =>
  quoteIdent(`${column}_${event}`.slice(0, 63))

async function dropTriggers(place: Place, records: string, column: string): Promise<void> {
  for (const event of events)
    await run(place, `drop trigger if exists ${triggerOf(column, event)} on ${records}`)
}

/** One becomes a list of one, and a list its first. */
export async function changeCount(
  place: Place,
  { table, column, many }: { readonly table: string; readonly column: string; readonly many: boolean },
): Promise<void> {
  const name = quoteIdent(column)
  const records = quoteTable(place.schema, table)
  const how = many
    ? `uuid[] using case when ${name} is null then null else array[${name}] end`
    : `uuid using ${name}[1]`
  await dropTriggers(place, records, column)
  await run(place, `alter table ${records} alter column ${name} type ${how}`)
}

interface Follow {
  readonly table: string
  readonly column: string
  readonly links: string
}

/**
 * Keeps a table of links in step with the column it stands for: whoever changes the column, also by hand, changes the
 * links in the same statement, and no link can point to a record that is not there.
 */
export async function followColumn(place: Place, { table, column, links }: Follow): Promise<void> {
  const { schema } = place
  const [records, list, name] = [quoteTable(schema, table), quoteTable(schema, links), quoteIdent(column)]
  const follow = quoteTable(schema, `${links.slice(0, 56)}_follow`)
  const insert = (from: string, alias: string) =>
    `insert into ${list} (parent, position, target) select ${alias}.id, l.position - 1, l.target from ${from} unnest(${alias}.${name}) with ordinality as l(target, position)`
  await run(
    place,
    `create or replace function ${follow}() returns trigger language plpgsql as $follow$
    begin
      if tg_op = 'UPDATE' then delete from ${list} where parent = new.id; end if;
      ${insert('', 'new')};
      return null;
    end $follow$`,
  )
  await dropTriggers(place, records, column)
  const when = { insert: `new.${name} is not null`, update: `new.${name} is distinct from old.${name}` }
  const on = { insert: 'insert', update: `update of ${name}` }
  for (const event of events)
    await run(
      place,
      `create trigger ${triggerOf(column, event)} after ${on[event]} on ${records} for each row when (${when[event]}) execute function ${follow}()`,
    )
  await run(place, `delete from ${list}`)
  await run(place, insert(`${records} r cross join lateral`, 'r'))
}
