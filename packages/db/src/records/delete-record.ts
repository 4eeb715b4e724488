import { keptOf, type Issue, type RecordAnswer } from '@pipewright/compiler'
import { forgetGone, noteGone } from '../bin/gone.ts'
import { mindedRelations, mindedTargets } from '../bin/minded-at-restore.ts'
import { putBack, type NotBack } from '../bin/put-back.ts'
import type { Connection } from '../connection/connection.ts'
import { overflowProblem } from './calculation-overflow.ts'
import { writeSceneOf } from './write-scene-of.ts'
import { answerOf, isIdentity } from './get-record.ts'
import { lockAhead } from './lock-ahead.ts'
import { refused, type Cause, type Outcome } from './outcome.ts'
import { idOf, withFollowers, type Followed } from './followers.ts'
import { clearReferences, isInUse, type Leaving } from './references-to.ts'
import type { Scene } from './scene.ts'
import { lockRecord, staleProblem, versionProblem } from './stored-record.ts'
import { storeRecord } from './update-record.ts'

type Found = Outcome<Followed>

export interface DeleteOptions {
  /** The actor takes back what he did himself a moment ago, which asks for no right to delete. */
  readonly takenBack?: boolean
  /** Records whose relations to this one do not matter: they leave as well, or are about to be changed. */
  readonly beside?: readonly string[]
}

/** Everything that must hold before a record may be deleted, taken back or deleted for good. */
export async function findForDelete(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  version: unknown,
  deleted: boolean,
  { takenBack = false }: DeleteOptions = {},
): Promise<Found> {
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  if (form === undefined || rights?.read !== true) return refused('not-found')
  const wrong = versionProblem(version)
  if (wrong !== undefined) return { ok: false, problem: wrong }
  const ahead = { ids: isIdentity(id) ? [id] : [], values: [] }
  const lock = () => lockRecord(tx, scene, form, id, false, deleted ? 'change' : 'delete')
  const locked = await lockAhead(tx, scene, formKey, ahead, lock)
  if (locked === undefined || (locked.stored.system.deleted_at !== null) !== deleted)
    return refused('not-found')
  if (!takenBack && !(rights.delete && locked.mayDelete)) return refused('not-allowed')
  if (version !== locked.stored.system.version)
    return staleProblem(tx, scene, form, locked.stored, Number(version))
  return locked.stored.system.locked_by === null ? { ok: true, form, locked } : refused('locked')
}

async function mark(
  tx: Connection,
  scene: Scene,
  { form, locked }: Followed,
  at: string | null,
  cause: Cause,
) {
  const { stored } = locked
  const system = { ...stored.system, deleted_at: at, updated_at: scene.now, updated_by: scene.actor.memberId }
  const sought = keptOf(form, stored.values)
  const record = { system, values: stored.values, changed: [], sought, warnings: [] }
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

/** What leaves, form by form. */
function leavings(all: readonly Followed[], beside: readonly string[]): Leaving[] {
  const together = [...all.map(idOf), ...beside]
  return [...Map.groupBy(all, ({ form }) => form.key)].map(([form, records]) => ({
    form,
    ids: records.map(idOf),
    together,
  }))
}

async function letGo(tx: Connection, scene: Scene, leaving: readonly Leaving[], cause: Cause) {
  try {
    for (const each of leaving) await clearReferences(tx, scene, each, cause)
    return undefined
  } catch (error) {
    const overflow = overflowProblem(error, scene)
    if (overflow === undefined) throw error
    return overflow
  }
}

export interface Deleted {
  /** Records that went with it because their relation says so. */
  readonly followers: readonly string[]
}

/**
 * Moves a record to the recycle bin, and with it those whose relation says so. Relations that let go are emptied; one
 * that holds on refuses, without a word about who holds it. When it refuses, the transaction must be undone.
 */
export async function deleteRecord(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  version: unknown,
  cause: Cause,
  options: DeleteOptions = {},
): Promise<Outcome<Deleted>> {
  const found = await findForDelete(tx, scene, formKey, id, version, false, options)
  if (!found.ok) return found
  const following = await withFollowers(tx, scene, found, null, options.beside)
  if (!following.ok) return following
  const leaving = leavings(following.all, options.beside ?? [])
  for (const each of leaving) if (await isInUse(tx, scene, each)) return refused('in-use')
  for (const each of following.all) {
    const marked = await mark(tx, scene, each, scene.now, cause)
    if (!marked.ok) return marked
  }
  const gone = following.all.map((each) => ({ form: each.form.key, id: idOf(each) }))
  await noteGone(tx, scene, gone, idOf(found))
  const overflow = await letGo(tx, scene, leaving, cause)
  return overflow ?? { ok: true, followers: following.all.slice(1).map(idOf) }
}

export interface Restored extends Deleted {
  readonly record: RecordAnswer
  /** How many relations of other records lead to it, or to one that came along, again. */
  readonly relations: number
  /** Relations that do not, and own ones that lead into the recycle bin. */
  readonly warnings: readonly Issue[]
}

/** Relations that let go of the records lead to them again. */
async function takeHold(tx: Connection, scene: Scene, all: readonly Followed[], cause: Cause) {
  await forgetGone(tx, scene, all.map(idOf))
  let relations = 0
  const left: NotBack[] = []
  for (const each of all) {
    const put = await putBack(tx, scene, { form: each.form.key, id: idOf(each) }, cause)
    relations += put.back
    left.push(...put.left)
  }
  const warnings = [...(await mindedRelations(tx, scene, left)), ...(await mindedTargets(tx, scene, all))]
  return { relations, warnings }
}

/**
 * Takes a record out of the recycle bin, and those that went there with it; relations that let go lead to it again. When it refuses, the transaction must be
 * undone.
 */
export async function restoreRecord(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  version: unknown,
  cause: Cause,
  options: DeleteOptions = {},
): Promise<Outcome<Restored>> {
  const found = await findForDelete(tx, scene, formKey, id, version, true, options)
  if (!found.ok) return found
  const following = await withFollowers(tx, scene, found, found.locked.stored.system.deleted_at)
  if (!following.ok) return following
  for (const each of following.all) {
    const marked = await mark(tx, scene, each, null, cause)
    if (!marked.ok) return marked
  }
  const held = await takeHold(tx, scene, following.all, cause)
  const { system } = found.locked.stored
  return {
    ok: true,
    ...held,
    record: await answerOf(tx, scene, formKey, { ...system, deleted_at: null }),
    followers: following.all.slice(1).map(idOf),
  }
}
