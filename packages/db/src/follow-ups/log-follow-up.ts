import { mayWriteField, refValue, type RecordAnswer } from '@pipewright/compiler'
import { followUpLogs, type LogOfForm } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { notifyFollowers } from '../looks/notify-followers.ts'
import { createRecord } from '../records/create-records.ts'
import { getRecord } from '../records/get-record.ts'
import { refused, type Cause, type Outcome, type RecordOutcome } from '../records/outcome.ts'
import { dayIn, type Scene } from '../records/scene.ts'
import { changeRecord } from '../records/update-record.ts'

export interface NewFollowUp {
  readonly text: string
  readonly kind?: string | undefined
  /** When to get back; null for not again by itself. */
  readonly next: string | null
  /** When to get back stays as it is. */
  readonly keepsNext?: boolean
  /** When it was done, where the log says so; by itself what its field starts with. */
  readonly at?: string
}

const longestTitle = 200

/** The first line, as much of it as the title takes. */
function titleOf({ form, log }: LogOfForm, text: string): Record<string, string> {
  const title = form.fields.find(({ key }) => key === form.titleField)
  if (title?.type !== 'text' || title.key === log.text) return {}
  const [line = ''] = text.trim().split('\n')
  const most = Math.min(title.maxLength ?? longestTitle, longestTitle)
  const letters = [...line.trim()]
  return { [title.key]: letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('') }
}

/** When it was done, as the field of the log takes it. */
function doneAt(scene: Scene, { form, log }: LogOfForm, at: string | undefined): Record<string, string> {
  const field = form.fields.find(({ key }) => key === log.at)
  if (field === undefined || at === undefined) return {}
  return { [field.key]: field.type === 'date' ? dayIn(scene.actor.zone, at) : at }
}

function valuesOf(
  scene: Scene,
  found: LogOfForm,
  record: string,
  noted: NewFollowUp,
): Record<string, unknown> {
  const { form, log, field } = found
  const rights = scene.rights.forms[form.key]
  const [head = '', part] = field.split('.')
  const isMany = scene.app.index.field(form.key, field)?.field.type === 'relations'
  const one = part === undefined ? record : refValue({ form: part, id: record })
  const takesNext = log.next !== undefined && rights !== undefined && mayWriteField(rights, log.next)
  return {
    ...titleOf(found, noted.text),
    ...doneAt(scene, found, noted.at),
    [head]: isMany ? [record] : one,
    [log.text]: noted.text.trim(),
    ...(log.kind === undefined || noted.kind === undefined ? {} : { [log.kind]: noted.kind }),
    ...(takesNext && log.next !== undefined && noted.next !== null ? { [log.next]: noted.next } : {}),
  }
}

/** The next follow-up of a record whose reader may set it: the day that was chosen, and one that has come is over. */
function nextOf(
  scene: Scene,
  formKey: string,
  record: RecordAnswer,
  next: string | null,
): Record<string, string | null> | undefined {
  const rights = scene.rights.forms[formKey]
  const field = scene.app.definition.forms.find(({ key }) => key === formKey)?.followUpField
  if (field === undefined || rights === undefined || !mayWriteField(rights, field)) return undefined
  if (record.may?.update !== true || record.locked_by !== null) return undefined
  const known = record.values[field] ?? null
  const isOver = typeof known === 'string' && known <= dayIn(scene.actor.zone, scene.now)
  if (next === null) return isOver ? { [field]: null } : undefined
  return next === known ? undefined : { [field]: next }
}

/**
 * Notes what was done about a record and sets when to get back to it, as one change. The first log that the actor may
 * write into takes it.
 */
export async function logFollowUp(
  tx: Connection,
  scene: Scene,
  { form: key, record: id }: { readonly form: string; readonly record: string },
  noted: NewFollowUp,
  cause: Cause,
): Promise<RecordOutcome> {
  const about = await getRecord(tx, scene, key, id)
  if (!about.ok) return about
  const log = takingLog(scene, key)
  if (log === undefined || about.record.deleted_at !== null) return refused('not-allowed')
  const values = valuesOf(scene, log, id, noted)
  const made = await createRecord(tx, scene, log.form.key, { values, from: { form: key, id } }, cause)
  if (!made.ok) return inWordsOf(log, made)
  const site = { form: key, record: id, owner: about.record.owner }
  await notifyFollowers(tx, scene, site, { said: 'followUp' }, cause)
  const next = noted.keepsNext === true ? undefined : nextOf(scene, key, about.record, noted.next)
  if (next === undefined) return made
  const set = await changeRecord(tx, scene, key, id, { values: next }, cause, { anyVersion: true })
  return set.ok ? made : set
}

/** The first log that the actor may write follow-ups of a form into. */
export function takingLog(scene: Scene, key: string): LogOfForm | undefined {
  const { forms } = scene.app.definition
  const form = forms.find((candidate) => candidate.key === key)
  return form && followUpLogs(forms, form).find((found) => mayNote(scene, found))
}

function mayNote(scene: Scene, { form, log, field }: LogOfForm): boolean {
  const rights = scene.rights.forms[form.key]
  if (rights?.create !== true) return false
  return [log.text, field.split('.')[0] ?? ''].every((path) => mayWriteField(rights, path))
}

/** What is refused of the note is said of the note. */
function inWordsOf({ log }: LogOfForm, outcome: Outcome<never> | RecordOutcome): RecordOutcome {
  if (outcome.ok || outcome.problem.errors === undefined) return outcome
  const named: Readonly<Record<string, string>> = {
    [`/values/${log.text}`]: '/text',
    [`/values/${log.kind ?? ''}`]: '/kind',
    [`/values/${log.next ?? ''}`]: '/next',
  }
  const errors = outcome.problem.errors.map((error) => ({
    ...error,
    pointer: named[error.pointer] ?? error.pointer,
  }))
  return { ok: false, problem: { ...outcome.problem, errors } }
}
