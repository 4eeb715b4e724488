import type { CompiledForm, StoredRecord } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { eventOf, insertEvents } from '../ledger/record-event.ts'
import type { UndoneEvent } from '../ledger/undo/events-of-set.ts'
import { fieldsBack } from '../ledger/undo/fields-back.ts'
import type { EventUndone, Left, UndoneBy } from '../ledger/undo/undone.ts'
import { recalculateRecords } from '../records/cascade.ts'
import { restoreRecord } from '../records/delete-record.ts'
import { refused, type Cause, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { lockRecord } from '../records/stored-record.ts'
import { changeRecord } from '../records/update-record.ts'
import { carryOutMerge, lockMerged } from './merge-records.ts'
import { forgetMoved, turnMerge, type MergeLine } from './merge-store.ts'
import { moveBack } from './moved-along.ts'
import { turnReferences } from './reference-sites.ts'

const nothing = { ok: true, done: false, left: [] } as const
const deleted: Left = { field: null, reason: 'deleted', by: null }

interface Own {
  readonly values: Record<string, unknown>
  readonly left: readonly Left[]
}

/** What the survivor had before, as the same change says. */
async function ownBack(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  stored: StoredRecord,
  { record }: UndoneEvent,
  { set, without }: UndoneBy,
): Promise<Own> {
  const events = await tx.query<UndoneEvent>(
    prepared({
      text: `select id, at, form, record, kind, cause, changes from ${quoteTable(scene.workspace.schema, '_record_event')}
        where member = $1 and change_set = $2 and form = $3 and record = $4 and kind = 'update' and cause ->> 'type' = 'merge' order by id desc`,
      values: [scene.actor.memberId, set, form.key, record],
    }),
  )
  const own: { values: Record<string, unknown>; left: Left[] } = { values: {}, left: [] }
  for (const event of events) {
    const back = await fieldsBack(tx, scene, form, stored, event)
    Object.assign(own.values, back.values)
    own.left.push(...back.left)
  }
  for (const key of without) delete own.values[key]
  return own
}

/** Takes the others out of the recycle bin; answers which of them are there. */
async function restoreOthers(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  others: readonly string[],
  cause: Cause,
): Promise<Outcome<{ readonly there: readonly string[] }>> {
  const there: string[] = []
  for (const id of others.toSorted()) {
    const locked = await lockRecord(tx, scene, form, id, false)
    if (locked === undefined) continue
    const { deleted_at: gone, version } = locked.stored.system
    const restored =
      gone === null ? { ok: true as const } : await restoreRecord(tx, scene, form.key, id, version, cause)
    if (!restored.ok) return restored
    there.push(id)
  }
  return { ok: true, there }
}

async function takeApart(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  merge: MergeLine,
  own: Own,
  cause: Cause,
): Promise<EventUndone> {
  const { survivor, others } = merge
  const change = async (which: (value: string) => boolean) => {
    const values = Object.fromEntries(
      Object.entries(own.values).filter(([, value]) => which(JSON.stringify(value ?? null))),
    )
    if (Object.keys(values).length === 0) return { ok: true as const }
    return changeRecord(tx, scene, form.key, survivor, { values }, cause, { anyVersion: true })
  }
  const names = (value: string) => others.some((id) => value.includes(id))
  // What must not occur twice is given up before its record comes back, and what names it afterwards.
  const early = await change((value) => !names(value))
  if (!early.ok) return early
  const restored = await restoreOthers(tx, scene, form, others, cause)
  if (!restored.ok) return restored
  const { there } = restored
  const turned = await turnReferences(tx, scene, { ...merge, others: there }, 'back', cause)
  if (!turned.ok) return turned
  await moveBack(tx, scene, { ...merge, others: there })
  const late = await change(names)
  if (!late.ok) return late
  await recalculateRecords(tx, scene, form, [survivor, ...there].toSorted(), cause)
  const gone = there.length < others.length ? [deleted] : []
  return { ok: true, done: true, left: [...own.left, ...turned.left, ...gone] }
}

/** Takes a merge back as one, or does it again: in the transaction of the caller, with the rights of now. */
export async function undoMerge(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  event: UndoneEvent,
  by: UndoneBy,
): Promise<EventUndone> {
  const { id = '', records = [] } = event.cause
  const again = event.kind === 'unmerge'
  const ids = [event.record, ...records].toSorted()
  // In the order of ids, as a merge does.
  for (const each of ids) await lockRecord(tx, scene, form, each, true, 'delete')
  const locked = await lockRecord(tx, scene, form, event.record, false)
  if (locked === undefined) return refused('not-found')
  if (locked.stored.system.deleted_at !== null) return { ...nothing, left: [deleted] }
  const allowed = again
    ? await lockMerged(
        tx,
        scene,
        form,
        event.record,
        ids.map((each) => ({ id: each })),
      )
    : { ok: true as const }
  if (!allowed.ok) return allowed
  const merge = await turnMerge(tx, scene, id, !again)
  if (merge === undefined) return nothing
  const own = await ownBack(tx, scene, form, locked.stored, event, by)
  const { undoes } = by.cause
  if (again) {
    await forgetMoved(tx, scene, id)
    const done = await carryOutMerge(tx, scene, form, merge, own.values, undoes)
    return done.ok ? { ok: true, done: true, left: own.left } : done
  }
  const cause: Cause = { type: 'merge', id, ...(undoes === undefined ? {} : { undoes }) }
  const told = eventOf(scene, form.key, event.record, 'unmerge', { ...cause, records: merge.others }, {})
  await insertEvents(tx, scene.workspace.schema, [told])
  return takeApart(tx, scene, form, merge, own, cause)
}
