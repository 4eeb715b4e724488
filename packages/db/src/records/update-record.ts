import {
  planWritten,
  type Came,
  type CompiledForm,
  type PreparedRecord,
  type RecordAnswer,
  type RecordSystem,
  type StoredRecord,
  type WriteScene,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { changesOf, eventOf, type RecordEvent } from '../ledger/record-event.ts'
import { notifyAssigned, type AssignedRecord } from '../notifications/notify-assigned.ts'
import { notifyFollowers } from '../looks/notify-followers.ts'
import { holdsRecord } from '../shares/may-share.ts'
import { attachFiles } from './attach-files.ts'
import { calculating, overflowProblem } from './calculation-overflow.ts'
import { cascade } from './cascade.ts'
import { planFollowing, type ChangedRecord } from './following.ts'
import { writeSceneOf } from './write-scene-of.ts'
import { answerOf, isIdentity, writtenAnswer } from './get-record.ts'
import { refused, type Cause, type Outcome, type RecordOutcome, type WriteOptions } from './outcome.ts'
import { lockAhead } from './lock-ahead.ts'
import { loadRelated, prepareAll } from './prepare.ts'
import { readSceneOf, type Scene } from './scene.ts'
import { cameColumn, storeChange } from './store-change.ts'
import { lockRecord, staleProblem, versionProblem } from './stored-record.ts'
import { uniqueProblem } from './unique-problem.ts'

export interface RecordChange {
  /** Version that the client saw. The system's own writes need none. */
  readonly version?: unknown
  readonly values: unknown
  readonly owner?: string
}

export type Changed = Outcome<{
  readonly record: PreparedRecord
  readonly before: StoredRecord
  /** The record as the actor may see it now, where the statement that stored it could tell. */
  readonly answer?: RecordAnswer
}>

const ownColumns = ['owner', 'department', 'locked_by', 'deleted_at'] as const

/** System columns that the change sets, with the fields they stand for in the ledger. */
function systemChanges(before: RecordSystem, after: RecordSystem): string[] {
  return ownColumns.filter((column) => column !== 'locked_by' && before[column] !== after[column])
}

async function systemAfter(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  { system }: StoredRecord,
  change: RecordChange,
  options: WriteOptions,
): Promise<RecordSystem | undefined> {
  const stamped = { ...system, updated_at: scene.now, updated_by: scene.actor.memberId }
  const held = options.lockedBy === undefined ? stamped : { ...stamped, locked_by: options.lockedBy }
  if (change.owner === undefined || change.owner === system.owner) return held
  await loadRelated(tx, scene, writing.related, '_member', [change.owner])
  const member = writing.related.get('_member', change.owner)
  if (member?.readable !== true) return undefined
  return { ...held, owner: change.owner, department: (member.values['department'] ?? null) as string | null }
}

export function ledgerChanges(record: PreparedRecord, before: StoredRecord): RecordEvent['changes'] {
  const own = systemChanges(before.system, record.system)
  const system = Object.fromEntries(
    own.map((key) => [key, [before.system[key as 'owner'], record.system[key as 'owner']] as const]),
  )
  return { ...changesOf(record.changed, before.values, record.values), ...system }
}

export const changedRecord = (
  form: CompiledForm,
  { system, values }: PreparedRecord,
  before: StoredRecord,
  changes: RecordEvent['changes'],
): ChangedRecord => ({
  form: form.key,
  id: system.id,
  fields: new Set(Object.keys(changes)),
  life: before.system.deleted_at !== system.deleted_at,
  before: before.system.deleted_at === null ? before.values : null,
  after: system.deleted_at === null ? values : null,
})

/** A record that comes back or goes is given to nobody anew. */
export const givenBy = ({ system, values }: PreparedRecord, before: StoredRecord): AssignedRecord => ({
  id: system.id,
  owner: system.owner,
  ownerBefore: before.system.owner,
  before: before.values,
  after: values,
})

/** Whom the record is given to is told of that alone. */
async function tellFollowers(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  { system }: PreparedRecord,
  before: StoredRecord,
  fields: readonly string[],
  cause: Cause,
): Promise<void> {
  if (fields.length === 0 || system.deleted_at !== null) return
  // Nobody follows what its owner alone looks at, which the record said when it was locked.
  const isOwn = system.owner === null || system.owner === scene.actor.memberId
  if (before.isFollowed === false && isOwn) return
  const given = system.owner !== null && system.owner !== before.system.owner ? [system.owner] : []
  const site = { form: form.key, record: system.id, owner: system.owner }
  await notifyFollowers(tx, scene, site, { fields }, cause, given)
}

async function store(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  record: PreparedRecord,
  before: StoredRecord,
  cause: Cause,
  kind: string,
): Promise<Changed> {
  const { form } = writing
  const changes = ledgerChanges(record, before)
  const held = before.system.locked_by !== record.system.locked_by
  if (Object.keys(changes).length === 0 && !held) return { ok: true, record, before }
  const written = planWritten(readSceneOf(scene), form)
  const changed = changedRecord(form, record, before, changes)
  let answer: RecordAnswer | undefined
  try {
    const following = planFollowing(scene, changed, cause)
    const event = eventOf(scene, form.key, record.system.id, kind, cause, changes)
    const storing = () => storeChange(tx, scene, form, record, event, written, following?.plan)
    const row = await (following === undefined
      ? storing()
      : calculating(following.step.form, following.plan.fields, storing))
    if (row === undefined) throw new Error('a locked record changed its version')
    if (written !== undefined) answer = writtenAnswer(row, written, record.system)
    await attachFiles(tx, scene, form, [record])
    const followed = following && { following, came: row[cameColumn] as unknown as Came | null }
    await cascade(tx, scene, [changed], cause, followed)
    await notifyAssigned(tx, scene, form, [givenBy(record, before)], cause)
    await tellFollowers(tx, scene, form, record, before, Object.keys(changes), cause)
  } catch (error) {
    const known =
      uniqueProblem(error, form, writing.rights, scene.actor.locale) ?? overflowProblem(error, scene)
    if (known === undefined) throw error
    return known
  }
  return { ok: true, record, before, ...(answer === undefined ? {} : { answer }) }
}

async function changeLocked(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  before: StoredRecord,
  change: RecordChange,
  cause: Cause,
  options: WriteOptions,
): Promise<Changed> {
  const privileged = options.privileged === true
  const writing = writeSceneOf(scene, form, privileged)
  const system = await systemAfter(tx, scene, writing, before, change, options)
  if (system === undefined)
    return refused('invalid', { errors: [{ pointer: '/owner', code: 'no-such-member' }] })
  const predicate = privileged ? true : (scene.rights.forms[form.key]?.predicates.update ?? false)
  const [prepared] = await prepareAll(tx, scene, writing, [
    { values: change.values, system, old: before, predicate },
  ])
  if (prepared?.kind === 'invalid') return refused(prepared.code, { errors: prepared.errors })
  if (prepared?.kind !== 'ready') return refused('not-allowed')
  return store(tx, scene, writing, prepared.record, before, cause, options.kind ?? 'update')
}

/** What was shared with somebody to edit is not his to give away or to keep. */
async function mayGive(
  tx: Connection,
  scene: Scene,
  form: string,
  { system }: StoredRecord,
  { owner }: RecordChange,
): Promise<boolean> {
  if (owner === undefined || owner === system.owner) return true
  const isShared = scene.actor.shared?.some(({ record }) => record === system.id) === true
  return !isShared || holdsRecord(tx, scene, form, system.id)
}

/** Changes fields of a record, for services that need no answer of it. When it refuses, the transaction must be undone. */
export async function changeRecord(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  change: RecordChange,
  cause: Cause,
  options: WriteOptions = {},
): Promise<Changed> {
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  const privileged = options.privileged === true
  if (form === undefined || (!privileged && rights?.read !== true)) return refused('not-found')
  const wrong = privileged || options.anyVersion === true ? undefined : versionProblem(change.version)
  if (wrong !== undefined) return { ok: false, problem: wrong }
  const ahead = { ids: isIdentity(id) ? [id] : [], values: [change.values] }
  const lock = () => lockRecord(tx, scene, form, id, privileged)
  const locked = await lockAhead(tx, scene, formKey, ahead, lock)
  if (locked === undefined || locked.stored.system.deleted_at !== null) return refused('not-found')
  if (!privileged && (rights?.update !== true || !locked.mayUpdate)) return refused('not-allowed')
  const { stored } = locked
  if (!privileged && !(await mayGive(tx, scene, formKey, stored, change))) return refused('not-allowed')
  if (change.version !== undefined && change.version !== stored.system.version)
    return staleProblem(tx, scene, form, stored, Number(change.version))
  if (!privileged && stored.system.locked_by !== null) return refused('locked')
  return changeLocked(tx, scene, form, stored, change, cause, options)
}

/**
 * Takes a record as it is through everything that is calculated when it is written, deleted ones too; false when it
 * cannot be stored. Who changed it last stays who it was.
 */
export async function refreshRecord(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  cause: Cause,
): Promise<boolean> {
  const form = scene.app.form(formKey)
  if (form === undefined) return true
  const lock = () => lockRecord(tx, scene, form, id, true)
  const locked = await lockAhead(tx, scene, formKey, { ids: [id], values: [] }, lock)
  if (locked === undefined) return true
  const { stored } = locked
  const writing = writeSceneOf(scene, form, true)
  const request = { values: {}, system: stored.system, old: stored, predicate: true }
  const [prepared] = await prepareAll(tx, scene, writing, [request])
  if (prepared?.kind !== 'ready') return false
  return (await store(tx, scene, writing, prepared.record, stored, cause, 'recalculate')).ok
}

/** Changes fields of a record and answers it. When it refuses, the transaction must be undone. */
export async function updateRecord(
  tx: Connection,
  scene: Scene,
  form: string,
  id: string,
  change: RecordChange,
  cause: Cause,
  options: WriteOptions = {},
): Promise<RecordOutcome> {
  const changed = await changeRecord(tx, scene, form, id, change, cause, options)
  if (!changed.ok) return changed
  const record = changed.answer ?? (await answerOf(tx, scene, form, changed.record.system))
  return { ok: true, record, warnings: changed.record.warnings }
}

export { store as storeRecord }
