import type { RecordAnswer } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { getRecord } from '../records/get-record.ts'
import type { Scene } from '../records/scene.ts'

/** The same actor without what others shared with him: what he holds by his roles alone. */
export function withoutShares(scene: Scene): Scene {
  if (scene.actor.shared === undefined) return scene
  const { shared: _, ...actor } = scene.actor
  return { ...scene, actor, rights: scene.app.rights(actor) }
}

/** Whether the actor may change the record by his roles; what was shared with him to edit does not count. */
export async function holdsRecord(
  connection: Connection,
  scene: Scene,
  form: string,
  record: string,
): Promise<boolean> {
  const own = await getRecord(connection, withoutShares(scene), form, record)
  return own.ok && own.record.may?.update === true
}

/** Sharing is for those whose role has the right to and who may change the record by their roles. */
export async function mayShare(
  connection: Connection,
  scene: Scene,
  form: string,
  { id, deleted_at: deleted }: RecordAnswer,
): Promise<boolean> {
  if (deleted !== null || scene.rights.forms[form]?.share !== true) return false
  return holdsRecord(connection, scene, form, id)
}
