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
