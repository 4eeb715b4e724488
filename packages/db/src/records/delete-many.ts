import { keptOf, type CompiledForm, type PreparedRecord } from '@pipewright/compiler'
import { noteGone } from '../bin/gone.ts'
import type { Connection } from '../connection/connection.ts'
import { overflowProblem } from './calculation-overflow.ts'
import { storePairs } from './change-many.ts'
import type { Pair } from './changed-pair.ts'
import { lockAhead } from './lock-ahead.ts'
import { lockMany } from './lock-many.ts'
import type { Cause } from './outcome.ts'
import { clearReferences, isInUse } from './references-to.ts'
import type { Scene } from './scene.ts'

/** Whether records go with those of this form, or hold on to one of their own: they are looked at one by one. */
const isEntangled = ({ app }: Scene, { key }: CompiledForm): boolean =>
  app.index.relationsTo(key).some(({ form, field }) => field.onDelete === 'delete' || form === key) ||
  app.index.linksTo(key).some(({ form }) => form === key)

function pairsOf(
  scene: Scene,
  form: CompiledForm,
  ids: readonly string[],
  locked: Awaited<ReturnType<typeof lockMany>>,
): Pair[] {
  return ids.flatMap((id): Pair[] => {
    const found = locked.get(id)
    if (found?.mayDelete !== true) return []
    const before = found.stored
    if (before.system.deleted_at !== null || before.system.locked_by !== null) return []
    const at = { deleted_at: scene.now, updated_at: scene.now, updated_by: scene.actor.memberId }
    const system = { ...before.system, ...at }
    const sought = keptOf(form, before.values)
    const record: PreparedRecord = { system, values: before.values, changed: [], sought, warnings: [] }
    return [{ record, before }]
  })
}

/**
 * Moves those of some records of a form to the recycle bin that the actor may delete and that nothing refers to in a way
 * that refuses it, as one. Answers which; nobody where records go with them. What is not among them is for `deleteRecord`
 * to say. When it throws or answers undefined, the transaction must be undone.
 */
export async function deleteMany(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  ids: readonly string[],
  cause: Cause,
): Promise<readonly string[] | undefined> {
  const rights = scene.rights.forms[form.key]
  if (rights?.delete !== true || ids.length === 0 || isEntangled(scene, form)) return []
  const lock = () => lockMany(tx, scene, form, ids, 'delete')
  const pairs = pairsOf(scene, form, ids, await lockAhead(tx, scene, form.key, { ids, values: [] }, lock))
  const going = pairs.map(({ record }) => record.system.id)
  if (going.length === 0) return []
  const leaving = { form: form.key, ids: going, together: going }
  if (await isInUse(tx, scene, leaving)) return undefined
  try {
    await storePairs(tx, scene, form, pairs, 'delete', cause)
    await noteGone(
      tx,
      scene,
      going.map((id) => ({ form: form.key, id })),
      null,
    )
    await clearReferences(tx, scene, leaving, cause)
  } catch (error) {
    if (overflowProblem(error, scene) === undefined) throw error
    return undefined
  }
  return going
}
