import type { CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../../connection/connection.ts'
import { deleteRecord, restoreRecord } from '../../records/delete-record.ts'
import type { Scene } from '../../records/scene.ts'
import { lockRecord } from '../../records/stored-record.ts'
import { changeRecord } from '../../records/update-record.ts'
import { undoMerge } from '../../merge/undo-merge.ts'
import { changedBy, isJustMade, othersSince } from './changed-by.ts'
import { madeByConversion, type UndoneEvent } from './events-of-set.ts'
import { fieldsBack, isConverted } from './fields-back.ts'
import type { EventUndone, UndoneBy } from './undone.ts'

const nothing = { ok: true, done: false, left: [] } as const

async function undoUpdate(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  event: UndoneEvent,
  { cause, without }: UndoneBy,
): Promise<EventUndone> {
  const locked = await lockRecord(tx, scene, form, event.record, false)
  if (locked === undefined) return { ok: false, problem: { code: 'not-found' } }
  if (locked.stored.system.deleted_at !== null)
    return { ...nothing, left: [{ field: null, reason: 'deleted', by: null }] }
  const { values, owner, left } = await fieldsBack(tx, scene, form, locked.stored, event)
  for (const key of without) delete values[key]
  if (Object.keys(values).length === 0 && owner === undefined) return { ok: true, done: false, left }
  const change = { version: locked.stored.system.version, values, ...(owner === undefined ? {} : { owner }) }
  if (isConverted(event) && !locked.mayUpdate) return { ok: false, problem: { code: 'not-allowed' } }
  if (locked.stored.system.locked_by !== null) return { ok: false, problem: { code: 'locked' } }
  const options = isConverted(event) ? { privileged: true, kind: event.kind } : {}
  const changed = await changeRecord(tx, scene, form.key, event.record, change, cause, options)
  return changed.ok ? { ok: true, done: true, left } : changed
}

async function undoDelete(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  event: UndoneEvent,
  { set, cause }: UndoneBy,
): Promise<EventUndone> {
  const locked = await lockRecord(tx, scene, form, event.record, false)
  if (locked === undefined) return { ok: false, problem: { code: 'not-found' } }
  const { deleted_at: deleted, version } = locked.stored.system
  if (deleted === null) return nothing
  if (deleted !== event.changes['deleted_at']?.[1])
    return {
      ...nothing,
      left: [{ field: null, reason: 'changed', by: await changedBy(tx, scene, event, null) }],
    }
  const takenBack = event.cause.undoes !== undefined && (await isJustMade(tx, scene, event, set))
  const restored = await restoreRecord(tx, scene, form.key, event.record, version, cause, { takenBack })
  return restored.ok ? { ok: true, done: true, left: [] } : restored
}

/** A record that came goes again, unless somebody else worked on it. */
async function undoComing(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  event: UndoneEvent,
  { set, cause }: UndoneBy,
): Promise<EventUndone> {
  const locked = await lockRecord(tx, scene, form, event.record, false, 'delete')
  if (locked === undefined) return { ok: false, problem: { code: 'not-found' } }
  if (locked.stored.system.deleted_at !== null) return nothing
  const by = await othersSince(tx, scene, event)
  if (by !== null) return { ...nothing, left: [{ field: null, reason: 'changed', by }] }
  const { version } = locked.stored.system
  const takenBack = event.kind === 'create' && (await isJustMade(tx, scene, event, set))
  const deleted = await deleteRecord(tx, scene, form.key, event.record, version, cause, { takenBack })
  return deleted.ok ? { ok: true, done: true, left: [] } : deleted
}

/**
 * A conversion goes back as a whole or not at all: the record has what it had, and what was made of it goes. Where somebody
 * worked on any of it since, all of it stays.
 */
async function undoConversion(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  event: UndoneEvent,
  by: UndoneBy,
): Promise<EventUndone> {
  const made = await madeByConversion(tx, scene, by.set, event.cause.id ?? '')
  const source = await undoUpdate(tx, scene, form, event, by)
  if (!source.ok) return source
  const left = source.left.filter(({ reason }) => reason !== 'unknown')
  if (left.length > 0) return { ok: false, problem: { code: 'not-allowed' }, left }
  for (const each of made) {
    const own = scene.app.form(each.form)
    if (own === undefined || scene.rights.forms[each.form]?.read !== true)
      return { ok: false, problem: { code: 'not-allowed' } }
    const gone = await undoComing(tx, scene, own, each, by)
    if (!gone.ok) return gone
    const stays = gone.left.map((one) => ({ ...one, at: each }))
    if (stays.length > 0) return { ok: false, problem: { code: 'not-allowed' }, left: stays }
  }
  return { ok: true, done: source.done || made.length > 0, left: source.left, also: made }
}

/**
 * Takes a line of the ledger back through the write service, with all rights and rules of now. What somebody changed
 * since is left alone. When it refuses, the transaction must be undone.
 */
export async function undoEvent(
  tx: Connection,
  scene: Scene,
  event: UndoneEvent,
  by: UndoneBy,
): Promise<EventUndone> {
  const form = scene.app.form(event.form)
  if (form === undefined || scene.rights.forms[event.form]?.read !== true)
    return { ok: false, problem: { code: 'not-found' } }
  if (event.kind === 'convert' && event.cause.type === 'conversion')
    return undoConversion(tx, scene, form, event, by)
  if (event.kind === 'merge' || event.kind === 'unmerge') return undoMerge(tx, scene, form, event, by)
  if (event.kind === 'delete') return undoDelete(tx, scene, form, event, by)
  if (event.kind === 'create' || event.kind === 'restore') return undoComing(tx, scene, form, event, by)
  return undoUpdate(tx, scene, form, event, by)
}
