import type { Rights } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { findMemberActor } from '../people/actors.ts'
import type { Scene } from '../records/scene.ts'

/** What somebody else than the one who acts may do; undefined for who is no active member. */
export async function rightsOfMember(
  connection: Connection,
  { workspace, app, actor, now }: Scene,
  member: string,
): Promise<Rights | undefined> {
  const row = await findMemberActor(connection, workspace, member, now)
  if (row === undefined) return undefined
  const admin = app.definition.roles.some((role) => role.admin === true && row.roles.includes(role.key))
  const { zone, locale, calendar } = actor
  return app.rights({ ...row, admin, zone, locale, ...(calendar === undefined ? {} : { calendar }) })
}
