import type { CompiledForm } from '@pipewright/compiler'
import type { Connection, Transacting } from '../../connection/connection.ts'
import { changeMany, type ManyChange } from '../../records/change-many.ts'
import { deleteMany } from '../../records/delete-many.ts'
import { lockMany } from '../../records/lock-many.ts'
import type { Scene } from '../../records/scene.ts'
import { writeTransaction } from '../../records/write-transaction.ts'
import { touchedByOthers } from './changed-by.ts'
import type { UndoneEvent } from './events-of-set.ts'
import { fieldsBack } from './fields-back.ts'
import type { EventUndone, UndoneBy } from './undone.ts'

type By = Omit<UndoneBy, 'without'>
type Taken = ReadonlyMap<UndoneEvent, EventUndone>

const nobody: Taken = new Map()
const back = { ok: true, done: true, left: [] } as const

/** Lines that follow one another and may be taken back together: of one kind and form, each of another record. */
export function runsOf(events: readonly UndoneEvent[]): readonly (readonly UndoneEvent[])[] {
  const runs: UndoneEvent[][] = []
  let records = new Set<string>()
  for (const event of events) {
    const run = runs.at(-1)
    const [first] = run ?? []
    const fits = first?.kind === event.kind && first.form === event.form && !records.has(event.record)
    if (run === undefined || !fits) {
      runs.push([event])
      records = new Set([event.record])
      continue
    }
    run.push(event)
    records.add(event.record)
  }
  return runs
}

async function changesBack(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  events: readonly UndoneEvent[],
  { cause }: By,
): Promise<{ readonly ok: boolean; readonly taken: Taken }> {
  const ids = events.map(({ record }) => record)
  const locked = await lockMany(tx, scene, form, ids)
  const taken = new Map<UndoneEvent, EventUndone>()
  const changes: ManyChange[] = []
  for (const event of events) {
    const stored = locked.get(event.record)?.stored
    if (stored === undefined || stored.system.deleted_at !== null || stored.system.locked_by !== null)
      continue
    const { values, owner, left } = await fieldsBack(tx, scene, form, stored, event)
    if (owner !== undefined) continue
    const isChanged = Object.keys(values).length > 0
    if (isChanged) changes.push({ id: event.record, values })
    taken.set(event, { ok: true, done: isChanged, left })
  }
  const changed = await changeMany(tx, scene, form.key, changes, cause)
  return { ok: changed.ok && changed.outcomes.every(({ ok }) => ok), taken }
}

async function comingBack(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  events: readonly UndoneEvent[],
  { cause }: By,
): Promise<{ readonly ok: boolean; readonly taken: Taken }> {
  const touched = await touchedByOthers(tx, scene, events)
  const untouched = events.filter(({ record }) => !touched.has(record))
  const gone = await deleteMany(
    tx,
    scene,
    form,
    untouched.map(({ record }) => record),
    cause,
  )
  const isGone = new Set(gone)
  const taken = untouched.filter(({ record }) => isGone.has(record)).map((event) => [event, back] as const)
  return { ok: gone !== undefined, taken: new Map(taken) }
}

/**
 * Takes back, in one transaction, those of some lines of one kind of which nothing particular is to be said; the others are
 * left to be taken back one by one, and all of them where the write service refuses any.
 */
export async function takeBackTogether(
  database: Transacting,
  scene: Scene,
  events: readonly UndoneEvent[],
  by: By,
): Promise<Taken> {
  const [first] = events
  const form = first === undefined ? undefined : scene.app.form(first.form)
  if (first === undefined || form === undefined || events.length < 2) return nobody
  // Records that look at one another see what was put back before them.
  if (scene.rights.forms[form.key]?.read !== true || form.looksAt.has(form.key)) return nobody
  const work = first.kind === 'update' ? changesBack : first.kind === 'create' ? comingBack : undefined
  if (work === undefined) return nobody
  const outcome = await writeTransaction(database, (tx) => work(tx, scene, form, events, by))
  return outcome.ok ? outcome.taken : nobody
}
