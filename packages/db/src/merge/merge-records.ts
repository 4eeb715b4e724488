import type { CompiledForm, RecordAnswer, StoredRecord } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { eventOf, insertEvents } from '../ledger/record-event.ts'
import { recalculateRecords } from '../records/cascade.ts'
import { deleteRecord } from '../records/delete-record.ts'
import { answerOf } from '../records/get-record.ts'
import { refused, type Cause, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { lockRecord, versionProblem } from '../records/stored-record.ts'
import { changeRecord } from '../records/update-record.ts'
import { circlesOf, leadingBack, refuseCircle } from './circles.ts'
import { insertMerge, type MergeLine } from './merge-store.ts'
import { mergedValues, type MergeChoices } from './merged-values.ts'
import { moveAlong } from './moved-along.ts'
import { turnReferences } from './reference-sites.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

export interface MergeRequest {
  readonly form: string
  /** The record that stays. */
  readonly survivor: Versioned
  /** The others, which go to the recycle bin. */
  readonly others: readonly Versioned[]
  readonly choices: MergeChoices
}

async function isInApproval(tx: Connection, { workspace }: Scene, form: string, ids: readonly string[]) {
  const [row] = await tx.query<{ open: boolean }>({
    text: `select exists (select 1 from ${quoteTable(workspace.schema, '_approval_run')}
      where form = $1 and record = any($2) and state = 'open') as open`,
    values: [form, ids],
  })
  return row?.open === true
}

type Locked = Outcome<{ readonly records: ReadonlyMap<string, StoredRecord> }>

/**
 * Locks all of them in the order of their ids; refused when the actor may not change the one that stays or delete one that
 * goes. Without versions they are taken as they are.
 */
export async function lockMerged(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  survivor: string,
  asked: readonly { readonly id: string; readonly version?: number }[],
): Promise<Locked> {
  const rights = scene.rights.forms[form.key]
  const records = new Map<string, StoredRecord>()
  if (rights?.read !== true) return refused('not-found')
  for (const { id, version } of asked.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const wrong = version === undefined ? undefined : versionProblem(version)
    if (wrong !== undefined) return { ok: false, problem: wrong }
    const goes = id !== survivor
    const locked = await lockRecord(tx, scene, form, id, false, goes ? 'delete' : 'change')
    if (locked === undefined) return refused('not-found')
    const { stored, mayUpdate, mayDelete } = locked
    if (goes ? !rights.delete || !mayDelete : !rights.update || !mayUpdate) return refused('not-allowed')
    const isAsSeen = version === undefined || stored.system.version === version
    if (stored.system.deleted_at !== null || !isAsSeen) return refused('merge-changed')
    if (stored.system.locked_by !== null) return refused('locked')
    records.set(id, stored)
  }
  if (records.size !== asked.length || !records.has(survivor) || records.size < 2)
    return refused('bad-request')
  const isOpen = await isInApproval(tx, scene, form.key, [...records.keys()])
  return isOpen ? refused('locked') : { ok: true, records }
}

/** The others leave together, as they are by now: what led to them has moved. */
async function deleteOthers(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  { survivor, others }: MergeLine,
  cause: Cause,
): Promise<Outcome<object>> {
  for (const id of others) {
    const now = await lockRecord(tx, scene, form, id, false, 'delete')
    if (now === undefined) return refused('not-found')
    const { version } = now.stored.system
    const own = { ...cause, records: [survivor] }
    const beside = [survivor, ...others]
    const deleted = await deleteRecord(tx, scene, form.key, id, version, own, { beside })
    if (!deleted.ok) return deleted
  }
  return { ok: true }
}

/** Everything of a merge but the question what the survivor takes over. All records are locked. */
export async function carryOutMerge(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  merge: MergeLine,
  values: Readonly<Record<string, unknown>>,
  undoes?: string,
): Promise<Outcome<{ readonly record: RecordAnswer }>> {
  const { id, survivor, others } = merge
  const cause: Cause = { type: 'merge', id, ...(undoes === undefined ? {} : { undoes }) }
  const told = eventOf(scene, form.key, survivor, 'merge', { ...cause, records: others }, {})
  await insertEvents(tx, scene.workspace.schema, [told])
  const circles = await circlesOf(tx, scene, form, [survivor, ...others])
  const turned = await turnReferences(tx, scene, merge, 'there', cause)
  if (!turned.ok) return turned
  await moveAlong(tx, scene, merge, Object.values(values))
  // What is left without relations says so when it is taken out of the recycle bin.
  await recalculateRecords(tx, scene, form, [survivor, ...others].toSorted(), cause)
  const gone = await deleteOthers(tx, scene, form, merge, cause)
  if (!gone.ok) return gone
  const changed = await changeRecord(tx, scene, form.key, survivor, { values }, cause, { anyVersion: true })
  if (!changed.ok) return changed
  const straight = await refuseCircle(tx, scene, form, survivor, circles)
  if (!straight.ok) return straight
  return { ok: true, record: await answerOf(tx, scene, form.key, changed.record.system) }
}

/**
 * Makes one record of several: what leads to the others leads to the one that stays, which takes over the chosen values,
 * comments, files and tasks; the others go to the recycle bin. When it refuses, the transaction must be undone.
 */
export async function mergeRecords(
  tx: Connection,
  scene: Scene,
  { form: key, survivor, others, choices }: MergeRequest,
): Promise<Outcome<{ readonly record: RecordAnswer }>> {
  const form = scene.app.form(key)
  if (form === undefined) return refused('not-found')
  const locked = await lockMerged(tx, scene, form, survivor.id, [survivor, ...others])
  if (!locked.ok) return locked
  const ids = others.map(({ id }) => id)
  const records = [survivor.id, ...ids].flatMap((id) => locked.records.get(id) ?? [])
  const back = await leadingBack(tx, scene, form, [survivor.id, ...ids])
  const merged = mergedValues(scene, form, records, choices, back)
  if (!merged.ok) return merged
  const merge: MergeLine = { id: scene.newId(), form: key, survivor: survivor.id, others: ids }
  await insertMerge(tx, scene, merge)
  return carryOutMerge(tx, scene, form, merge, merged.values)
}
