import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { findMemberActor } from './actors.ts'

/** The same workspace as another member sees it; undefined when there is no such active member. */
export async function sceneOfMember(
  connection: Connection,
  scene: Scene,
  member: string,
): Promise<Scene | undefined> {
  const row = await findMemberActor(connection, scene.workspace, member, scene.now)
  if (row === undefined) return undefined
  const { zone, locale, calendar } = scene.actor
  const { memberId, departmentId, departmentTree, team, roles, shared } = row
  const admin = scene.app.definition.roles.some((role) => role.admin === true && roles.includes(role.key))
  const counted = calendar === undefined ? {} : { calendar }
  const actor = {
    memberId,
    departmentId,
    departmentTree,
    team,
    roles,
    shared,
    admin,
    zone,
    locale,
    ...counted,
  }
  return { ...scene, actor, rights: scene.app.rights(actor) }
}
