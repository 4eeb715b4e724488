import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { announcementChannel } from '../publish/announcement.ts'
import type { Scene } from '../records/scene.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/**
 * The member has read these; without ids, all up to now. One that is being renewed at this moment stays unread: it
 * says something new.
 */
export async function readNotifications(
  connection: Connection,
  { workspace: { schema }, actor, now }: Scene,
  ids?: readonly string[],
): Promise<void> {
  const table = quoteTable(schema, '_notification')
  await connection.query({
    text: `with seen as (
        select id from ${table} where member = $1 and read_at is null and ($2::uuid[] is null or id = any($2))
        order by id for update skip locked
      ), over as (update ${table} n set read_at = $3 from seen where n.id = seen.id returning n.member)
      select pg_notify($4, $5 || member) from over limit 1`,
    values: [actor.memberId, ids ?? null, now, announcementChannel, `${schema}:notified `],
  })
}

const perTurn = 1000

/** Drops the oldest of what was told before; false when there may be more of it. */
export async function dropOldNotifications(
  connection: Connection,
  { schema }: WorkspaceRef,
  before: string,
): Promise<boolean> {
  const table = quoteTable(schema, '_notification')
  const dropped = await connection.query({
    text: `delete from ${table} where id in (select id from ${table} where at < $1 order by at limit ${perTurn} for update skip locked) returning id`,
    values: [before],
  })
  return dropped.length < perTurn
}
