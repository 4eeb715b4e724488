import { mayReadField, mayWriteField, type CompiledForm, type StoredRecord } from '@pipewright/compiler'
import { isEntered, systemFields } from '@pipewright/metadata'
import type { Connection } from '../../connection/connection.ts'
import { deleteRecord, restoreRecord } from '../../records/delete-record.ts'
import type { Cause, Outcome } from '../../records/outcome.ts'
import type { Scene } from '../../records/scene.ts'
import { lockRecord } from '../../records/stored-record.ts'
import { changeRecord } from '../../records/update-record.ts'
import { changedBy, othersSince, type Changer } from './changed-by.ts'
import type { UndoneEvent } from './events-of-set.ts'
import { sameEntered } from './same-entered.ts'
import { valueToPutBack } from './value-to-put-back.ts'

/**
 * Why something was left as it is: somebody changed it since, one may not write it, it is not kept what it was, or the
 * record is deleted.
 */
export type LeftReason = 'changed' | 'no-right' | 'unknown' | 'deleted'

export interface Left {
  /** Null: the record as a whole. */
  readonly field: string | null
  readonly reason: LeftReason
  readonly by: Changer | null
}

export type EventUndone = Outcome<{
  /** Whether something was put back. */
  readonly done: boolean
  readonly left: readonly Left[]
}>

const nothing = { ok: true, done: false, left: [] } as const

interface Back {
  readonly values: Record<string, unknown>
  readonly left: Left[]
  owner?: string
}

/** A field that one may not write, and of one's own changes only what a rule or the system set. */
const isSilent = (form: CompiledForm, key: string, { rights }: Scene): boolean => {
  const field = form.fields.get(key)
  const own = rights.forms[form.key]
  return field !== undefined && (!isEntered(field) || own === undefined || !mayReadField(own, key))
}

function ownerBack(back: Back, stored: StoredRecord, [old, fresh]: readonly [unknown, unknown]): boolean {
  if (stored.system.owner !== fresh) return stored.system.owner === old
  if (typeof old === 'string') back.owner = old
  return true
}

/** What of a change is put back, field by field: only where the record still has what the change gave it. */
async function fieldsBack(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  stored: StoredRecord,
  event: UndoneEvent,
): Promise<Back> {
  const back: Back = { values: {}, left: [] }
  const rights = scene.rights.forms[form.key]
  const mayWrite = (path: string) => rights !== undefined && mayWriteField(rights, path)
  const leave = async (field: string, reason: LeftReason) => {
    const by = reason === 'changed' ? await changedBy(tx, scene, event, field) : null
    back.left.push({ field, reason, by })
  }
  for (const [key, change] of Object.entries(event.changes)) {
    if (key === 'owner' && !ownerBack(back, stored, change)) await leave(key, 'changed')
    if (systemFields.has(key) || isSilent(form, key, scene)) continue
    const [old, fresh] = change
    const now = stored.values[key] ?? null
    if (!form.fields.has(key)) await leave(key, 'unknown')
    // Rows that let go of a deleted record: they hold on to it again as soon as it is taken back.
    else if (old === null && fresh === null) continue
    else if (sameEntered(form, key, now, old)) continue
    else if (!sameEntered(form, key, now, fresh)) await leave(key, 'changed')
    else if (mayWrite(key)) back.values[key] = valueToPutBack(form, key, { old, now }, mayWrite)
    else await leave(key, 'no-right')
  }
  return back
}

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
  const changed = await changeRecord(tx, scene, form.key, event.record, change, cause)
  return changed.ok ? { ok: true, done: true, left } : changed
}

async function undoDelete(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  event: UndoneEvent,
  cause: Cause,
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
  const restored = await restoreRecord(tx, scene, form.key, event.record, version, cause)
  return restored.ok ? { ok: true, done: true, left: [] } : restored
}

/** A record that came goes again, unless somebody else worked on it. */
async function undoComing(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  event: UndoneEvent,
  cause: Cause,
): Promise<EventUndone> {
  const locked = await lockRecord(tx, scene, form, event.record, false, 'delete')
  if (locked === undefined) return { ok: false, problem: { code: 'not-found' } }
  if (locked.stored.system.deleted_at !== null) return nothing
  const by = await othersSince(tx, scene, event)
  if (by !== null) return { ...nothing, left: [{ field: null, reason: 'changed', by }] }
  const { version } = locked.stored.system
  const deleted = await deleteRecord(tx, scene, form.key, event.record, version, cause)
  return deleted.ok ? { ok: true, done: true, left: [] } : deleted
}

export interface UndoneBy {
  readonly cause: Cause
  /** Fields that were refused when this was tried before. */
  readonly without: ReadonlySet<string>
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
  if (event.kind === 'delete') return undoDelete(tx, scene, form, event, by.cause)
  if (event.kind === 'create' || event.kind === 'restore') return undoComing(tx, scene, form, event, by.cause)
  return undoUpdate(tx, scene, form, event, by)
}
