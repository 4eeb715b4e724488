import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { announceTasks } from '../people/announce.ts'
import type { Scene } from '../records/scene.ts'

/** What the member has put off, with when it comes back. */
export async function listSnoozes(
  connection: Connection,
  { workspace, actor, now }: Scene,
): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.query<{ item: string; until: string }>({
    text: `select item, until from ${quoteTable(workspace.schema, '_snooze')} where member = $1 and until > $2`,
    values: [actor.memberId, now],
  })
  return new Map(rows.map(({ item, until }) => [item, until]))
}

/** Puts something off for this member alone; null takes it up again. */
export async function snooze(
  tx: Connection,
  { workspace, actor, now }: Scene,
  item: string,
  until: string | null,
): Promise<void> {
  const table = quoteTable(workspace.schema, '_snooze')
  if (until === null || Date.parse(until) <= Date.parse(now))
    await tx.query({
      text: `delete from ${table} where member = $1 and item = $2`,
      values: [actor.memberId, item],
    })
  else
    await tx.query({
      text: `insert into ${table} (member, item, until) values ($1, $2, $3)
        on conflict (member, item) do update set until = excluded.until`,
      values: [actor.memberId, item, until],
    })
  await announceTasks(tx, workspace)
}
