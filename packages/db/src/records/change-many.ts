import type { CompiledForm, WriteRequest } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { eventOf, insertEvents } from '../ledger/record-event.ts'
import { notifyAssigned } from '../notifications/notify-assigned.ts'
import { notifyFollowersOfMany } from '../looks/notify-followers.ts'
import { attachFiles } from './attach-files.ts'
import { overflowProblem } from './calculation-overflow.ts'
import { cascade } from './cascade.ts'
import type { Pair } from './changed-pair.ts'
import { lockAhead } from './lock-ahead.ts'
import { lockMany } from './lock-many.ts'
import { refused, type Cause, type Outcome, type RecordProblem } from './outcome.ts'
import { prepareAll } from './prepare.ts'
import { rehearseChanges } from './rehearse-changes.ts'
import type { Scene } from './scene.ts'
import { changedItems } from './store-change.ts'
import { storeMany } from './store-many.ts'
import type { LockedRecord } from './stored-record.ts'
import { uniqueProblem } from './unique-problem.ts'
import { changedRecord, givenBy, ledgerChanges, storeRecord, type Changed } from './update-record.ts'
import { writeSceneOf } from './write-scene-of.ts'

/** Fields that one of many records is to change; each record comes once. */
export interface ManyChange {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Stores changed records with their ledger lines and everything that follows, as one. */
export async function storePairs(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  pairs: readonly Pair[],
  kind: string,
  cause: Cause,
): Promise<void> {
  const told = pairs
    .map((pair) => ({ ...pair, changes: ledgerChanges(pair.record, pair.before) }))
    .filter(({ changes }) => Object.keys(changes).length > 0)
  if (told.length === 0) return
  const records = told.map(({ record }) => record)
  await storeMany(tx, scene, form, records)
  if (scene.isRehearsal !== true) {
    const events = told.map(({ record, changes }) =>
      eventOf(scene, form.key, record.system.id, kind, cause, changes),
    )
    await insertEvents(tx, scene.workspace.schema, events)
  }
  await attachFiles(tx, scene, form, records)
  const changed = told.map(({ record, before, changes }) => changedRecord(form, record, before, changes))
  await cascade(tx, scene, changed, cause)
  if (scene.isRehearsal === true) return
  const given = told.map(({ record, before }) => givenBy(record, before))
  await notifyAssigned(tx, scene, form, given, cause)
  // Of a record that goes nobody is told.
  const staying = told.filter(({ record }) => record.system.deleted_at === null)
  const followed = staying.map(({ record: { system }, before, changes }) => ({
    record: system.id,
    owner: system.owner,
    given: system.owner === before.system.owner ? null : system.owner,
    fields: Object.keys(changes),
  }))
  await notifyFollowersOfMany(tx, scene, form.key, followed, cause)
}

function whyNot(scene: Scene, form: CompiledForm, locked: LockedRecord | undefined) {
  if (locked === undefined || locked.stored.system.deleted_at !== null) return refused('not-found')
  if (scene.rights.forms[form.key]?.update !== true || !locked.mayUpdate) return refused('not-allowed')
  return locked.stored.system.locked_by === null ? undefined : refused('locked')
}

async function changeLocked(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  changes: readonly ManyChange[],
  cause: Cause,
): Promise<readonly Changed[]> {
  const locked = await lockMany(
    tx,
    scene,
    form,
    changes.map(({ id }) => id),
  )
  const writing = writeSceneOf(scene, form, false)
  const predicate = scene.rights.forms[form.key]?.predicates.update ?? false
  const outcomes: (Changed | undefined)[] = changes.map(({ id }) => whyNot(scene, form, locked.get(id)))
  const places = changes.flatMap((_change, place) => (outcomes[place] === undefined ? [place] : []))
  const requests = places.flatMap((place): WriteRequest[] => {
    const change = changes[place]
    const old = locked.get(change?.id ?? '')?.stored
    if (change === undefined || old === undefined) return []
    const system = { ...old.system, updated_at: scene.now, updated_by: scene.actor.memberId }
    return [{ values: change.values, system, old, predicate }]
  })
  const pairs: Pair[] = []
  for (const [position, ready] of (await prepareAll(tx, scene, writing, requests)).entries()) {
    const place = places[position] ?? 0
    const before = requests[position]?.old
    if (ready.kind === 'invalid') outcomes[place] = refused(ready.code, { errors: ready.errors })
    else if (ready.kind !== 'ready' || !before) outcomes[place] = refused('not-allowed')
    else {
      outcomes[place] = { ok: true, record: ready.record, before }
      pairs.push({ record: ready.record, before })
    }
  }
  if (scene.isRehearsal === true && (await rehearseChanges(tx, scene, form, pairs)))
    return outcomes.map((outcome) => outcome ?? refused('not-found'))
  const hasRows = ({ record }: Pair) => changedItems(form, record.changed).length > 0
  await storePairs(
    tx,
    scene,
    form,
    pairs.filter((pair) => !hasRows(pair)),
    'update',
    cause,
  )
  // Rows of line items come and go record by record.
  for (const { record, before } of pairs.filter(hasRows)) {
    const stored = await storeRecord(tx, scene, writing, record, before, cause, 'update')
    if (!stored.ok) throw new Spent(stored.problem)
  }
  return outcomes.map((outcome) => outcome ?? refused('not-found'))
}

class Spent extends Error {
  readonly problem: RecordProblem
  constructor(problem: RecordProblem) {
    super('spent')
    this.problem = problem
  }
}

/**
 * Changes fields of many records of one form as they are now: what is said to each of them, by its place. Those that are
 * not refused are stored together. When it refuses as a whole, the transaction must be undone, and which record was meant
 * is not known.
 */
export async function changeMany(
  tx: Connection,
  scene: Scene,
  formKey: string,
  changes: readonly ManyChange[],
  cause: Cause,
): Promise<Outcome<{ readonly outcomes: readonly Changed[] }>> {
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  if (form === undefined || rights?.read !== true)
    return { ok: true, outcomes: changes.map(() => refused('not-found')) }
  if (changes.length === 0) return { ok: true, outcomes: [] }
  const ahead = { ids: changes.map(({ id }) => id), values: changes.map(({ values }) => values) }
  try {
    const change = () => changeLocked(tx, scene, form, changes, cause)
    return { ok: true, outcomes: await lockAhead(tx, scene, formKey, ahead, change) }
  } catch (error) {
    if (error instanceof Spent) return { ok: false, problem: error.problem }
    const known = uniqueProblem(error, form, rights, scene.actor.locale) ?? overflowProblem(error, scene)
    if (known === undefined) throw error
    return known
  }
}
