import type { CompiledForm } from '@pipewright/compiler'
import { gramsOf } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { overflowProblem } from './calculation-overflow.ts'
import { writeSceneOf } from './create-records.ts'
import { answerOf } from './get-record.ts'
import { refused, type Cause, type Outcome, type RecordOutcome } from './outcome.ts'
import { clearReferences, isInUse } from './references-to.ts'
import type { Scene } from './scene.ts'
import { lockRecord, staleProblem, versionProblem, type LockedRecord } from './stored-record.ts'
import { storeRecord } from './update-record.ts'

type Found = Outcome<{ readonly form: CompiledForm; readonly locked: LockedRecord }>

/** Everything that must hold before a record may be deleted or taken back. */
async function findForDelete(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  version: unknown,
  deleted: boolean,
): Promise<Found> {
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  if (form === undefined || rights?.read !== true) return refused('not-found')
  const wrong = versionProblem(version)
  if (wrong !== undefined) return { ok: false, problem: wrong }
  const locked = await lockRecord(tx, scene, form, id, false, deleted ? 'change' : 'delete')
  if (locked === undefined || (locked.stored.system.deleted_at !== null) !== deleted)
    return refused('not-found')
  if (!rights.delete || !locked.mayDelete) return refused('not-allowed')
  if (version !== locked.stored.system.version)
    return staleProblem(tx, scene, form, locked.stored, Number(version))
  return locked.stored.system.locked_by === null ? { ok: true, form, locked } : refused('locked')
}

async function mark(
  tx: Connection,
  scene: Scene,
  { form, locked }: Extract<Found, { ok: true }>,
  at: string | null,
  cause: Cause,
) {
  const { stored } = locked
  const system = { ...stored.system, deleted_at: at, updated_at: scene.now, updated_by: scene.actor.memberId }
  const texts = form.searchFields
    .map((field) => stored.values[field.key])
    .map((value) => (typeof value === 'string' ? value : null))
  const record = { system, values: stored.values, changed: [], grams: gramsOf(texts) }
  return storeRecord(
    tx,
    scene,
    writeSceneOf(scene, form, false),
    record,
    stored,
    cause,
    at === null ? 'restore' : 'delete',
  )
}

/**
 * Moves a record to the recycle bin. Relations that let go are emptied; one that holds on refuses, without a word
 * about who holds it. When it refuses, the transaction must be undone.
 */
export async function deleteRecord(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  version: unknown,
  cause: Cause,
): Promise<Outcome<object>> {
  const found = await findForDelete(tx, scene, formKey, id, version, false)
  if (!found.ok) return found
  if (await isInUse(tx, scene, formKey, id)) return refused('in-use')
  const marked = await mark(tx, scene, found, scene.now, cause)
  if (!marked.ok) return marked
  try {
    await clearReferences(tx, scene, formKey, id, cause)
  } catch (error) {
    const overflow = overflowProblem(error, scene)
    if (overflow === undefined) throw error
    return overflow
  }
  return { ok: true }
}

/** Takes a record out of the recycle bin. When it refuses, the transaction must be undone. */
export async function restoreRecord(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  version: unknown,
  cause: Cause,
): Promise<RecordOutcome> {
  const found = await findForDelete(tx, scene, formKey, id, version, true)
  if (!found.ok) return found
  const marked = await mark(tx, scene, found, null, cause)
  if (!marked.ok) return marked
  return { ok: true, record: await answerOf(tx, scene, formKey, marked.record.system) }
}
