import { mayReadField, mayWriteField, type CompiledForm, type StoredRecord } from '@pipewright/compiler'
import { isEntered, systemFields } from '@pipewright/metadata'
import type { Connection } from '../../connection/connection.ts'
import type { Scene } from '../../records/scene.ts'
import { changedBy } from './changed-by.ts'
import type { UndoneEvent } from './events-of-set.ts'
import { sameEntered } from './same-entered.ts'
import type { Left, LeftReason } from './undone.ts'
import { valueToPutBack } from './value-to-put-back.ts'

interface Back {
  readonly values: Record<string, unknown>
  readonly left: Left[]
  owner?: string
}

/** The conversion filled these fields, whoever converted: it takes them back, too, also those that he may not write. */
export const isConverted = ({ kind }: UndoneEvent): boolean => kind === 'convert'

/** A field that one may not read, and of one's own changes only what a rule or the system set. */
const isSilent = (form: CompiledForm, key: string, event: UndoneEvent, mayRead: boolean): boolean => {
  const field = form.fields.get(key)
  return field !== undefined && (!isEntered(field) || (!mayRead && !isConverted(event)))
}

function ownerBack(back: Back, stored: StoredRecord, [old, fresh]: readonly [unknown, unknown]): boolean {
  if (stored.system.owner !== fresh) return stored.system.owner === old
  if (typeof old === 'string') back.owner = old
  return true
}

/** What of a change is put back, field by field: only where the record still has what the change gave it. */
export async function fieldsBack(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  stored: StoredRecord,
  event: UndoneEvent,
): Promise<Back> {
  const back: Back = { values: {}, left: [] }
  const rights = scene.rights.forms[form.key]
  const mayRead = (key: string) => rights !== undefined && mayReadField(rights, key)
  const mayWrite = (path: string) =>
    isConverted(event) || (rights !== undefined && mayWriteField(rights, path))
  const leave = async (key: string, reason: LeftReason) => {
    const by = reason === 'changed' ? await changedBy(tx, scene, event, key) : null
    back.left.push({ field: key === 'owner' || mayRead(key) ? key : null, reason, by })
  }
  for (const [key, change] of Object.entries(event.changes)) {
    if (key === 'owner' && !ownerBack(back, stored, change)) await leave(key, 'changed')
    if (systemFields.has(key) || isSilent(form, key, event, mayRead(key))) continue
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
