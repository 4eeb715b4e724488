import type { Connection } from '../../connection/connection.ts'
import { quoteTable } from '../../connection/quote-ident.ts'
import { prepared } from '../../connection/statement.ts'
import type { Scene } from '../../records/scene.ts'
import type { UndoneEvent } from './events-of-set.ts'

export interface Changer {
  readonly member: string | null
  readonly at: string
}

/** Who changed a field last since a line of the ledger; of the whole record when no field is named. */
export async function changedBy(
  tx: Connection,
  { workspace }: Scene,
  { id, at, form, record }: UndoneEvent,
  field: string | null,
): Promise<Changer | null> {
  const table = quoteTable(workspace.schema, '_record_event')
  const [row] = await tx.query<Changer>(
    prepared({
      text: `select member, at from ${table} where form = $1 and record = $2 and (at, id) > ($3, $4)
        and kind <> 'recalculate' and ($5::text is null or changes ? $5) order by at desc, id desc limit 1`,
      values: [form, record, at, id, field],
    }),
  )
  return row ?? null
}

/** Whether anybody else changed the record since a line of the ledger. */
export async function othersSince(
  tx: Connection,
  { workspace, actor }: Scene,
  { id, at, form, record }: UndoneEvent,
): Promise<Changer | null> {
  const table = quoteTable(workspace.schema, '_record_event')
  const [row] = await tx.query<Changer>(
    prepared({
      text: `select member, at from ${table} where form = $1 and record = $2 and (at, id) > ($3, $4)
        and kind <> 'recalculate' and member is distinct from $5 order by at desc, id desc limit 1`,
      values: [form, record, at, id, actor.memberId],
    }),
  )
  return row ?? null
}

/** Which of the records of some lines anybody else changed since. */
export async function touchedByOthers(
  tx: Connection,
  { workspace, actor }: Scene,
  events: readonly UndoneEvent[],
): Promise<ReadonlySet<string>> {
  const table = quoteTable(workspace.schema, '_record_event')
  const lines = events.map(({ id, at, form, record }) => ({ id, at, form, record }))
  const rows = await tx.query<{ record: string }>(
    prepared({
      text: `select x.record from json_to_recordset($1::json) as x(id uuid, at timestamptz, form text, record uuid)
        where exists (select 1 from ${table} e where e.form = x.form and e.record = x.record and (e.at, e.id) > (x.at, x.id)
          and e.kind <> 'recalculate' and e.member is distinct from $2)`,
      values: [JSON.stringify(lines), actor.memberId],
    }),
  )
  return new Set(rows.map(({ record }) => record))
}

/** So long one may take back what one made oneself without the right to delete, as long as nobody touched it. */
const graceMs = 15 * 60_000

/** Whether the actor made this a moment ago, and nothing but what belongs to that was done with the record since. */
export async function isJustMade(
  tx: Connection,
  { workspace, now, changeSet }: Scene,
  { id, at, form, record }: UndoneEvent,
  set: string,
): Promise<boolean> {
  if (Date.parse(now) - Date.parse(at) > graceMs) return false
  const table = quoteTable(workspace.schema, '_record_event')
  const [row] = await tx.query<{ touched: boolean }>(
    prepared({
      text: `select exists (select 1 from ${table} where form = $1 and record = $2 and (at, id) > ($3, $4)
        and kind <> 'recalculate' and (change_set is null or change_set not in ($5, $6))) as touched`,
      values: [form, record, at, id, set, changeSet ?? set],
    }),
  )
  return row?.touched === false
}
