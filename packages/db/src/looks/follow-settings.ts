import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from '../records/scene.ts'

/** What a member follows by itself: what is his own, and what he commented on. */
export interface FollowSettings {
  readonly own: boolean
  readonly commented: boolean
}

export async function followSettings(
  connection: Connection,
  { workspace }: Pick<Scene, 'workspace'>,
  member: string,
): Promise<FollowSettings> {
  const [row] = await connection.query<FollowSettings>(
    prepared({
      text: `select follow_own as own, follow_commented as commented
        from ${quoteTable(workspace.schema, '_notification_setting')} where member = $1`,
      values: [member],
    }),
  )
  return row ?? { own: true, commented: true }
}

export async function setFollowSettings(
  connection: Connection,
  { workspace, actor }: Scene,
  { own, commented }: FollowSettings,
): Promise<void> {
  await connection.query({
    text: `insert into ${quoteTable(workspace.schema, '_notification_setting')} (member, follow_own, follow_commented)
      values ($1, $2, $3)
      on conflict (member) do update set follow_own = excluded.follow_own, follow_commented = excluded.follow_commented`,
    values: [actor.memberId, own, commented],
  })
}

/** Whether the actor follows a record about which he said nothing. */
export async function followsBySetting(tx: Connection, scene: Scene, owner: string | null): Promise<boolean> {
  if (owner !== scene.actor.memberId) return false
  return (await followSettings(tx, scene, scene.actor.memberId)).own
}
