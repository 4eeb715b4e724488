import {
  canPress,
  conversionData,
  creation,
  findButton,
  linkFor,
  pressable,
  valuesToSet,
  type PressEffect,
  type RecordAnswer,
  type WriteScene,
} from '@pipewright/compiler'
import type { ButtonAction } from '@pipewright/schemas'
import type { ApprovalOutcome } from '../approvals/apply-advance.ts'
import { submitWithin } from '../approvals/approvals.ts'
import type { Connection } from '../connection/connection.ts'
import { convertRecord } from '../records/convert-record.ts'
import { answerOf } from '../records/get-record.ts'
import {
  refused,
  type Cause,
  type Outcome,
  type RecordProblem,
  type RecordWarnings,
} from '../records/outcome.ts'
import { loadNeeds } from '../records/prepare.ts'
import type { Scene } from '../records/scene.ts'
import { lockRecord, staleProblem, versionProblem, type LockedRecord } from '../records/stored-record.ts'
import { changeRecord } from '../records/update-record.ts'
import { writeSceneOf } from '../records/write-scene-of.ts'

export interface Press {
  readonly form: string
  readonly record: string
  readonly button: string
  /** As sent: what the presser saw. */
  readonly version: unknown
}

type Refused =
  | Extract<ApprovalOutcome, { readonly ok: false }>
  | { readonly ok: false; problem: RecordProblem }

export type Pressed =
  | Outcome<
      { readonly record: RecordAnswer; readonly effects: readonly PressEffect[]; submitted: boolean } & Minded
    >
  | Refused

interface Site {
  readonly tx: Connection
  readonly scene: Scene
  readonly writing: WriteScene
  readonly press: Press
}

interface Minded {
  /** What rules want to be minded about the records that were written. */
  readonly warnings: readonly RecordWarnings[]
}

type Step = ({ readonly ok: true; readonly effects: readonly PressEffect[] } & Minded) | Refused

const nothing: Extract<Step, { ok: true }> = { ok: true, effects: [], warnings: [] }

/** The record as it is now, with what expressions read over relations. */
async function dataNow({ tx, scene, writing }: Site, { stored }: LockedRecord) {
  let data = conversionData(writing, stored)
  for (let needs = writing.related.takeNeeds(); needs.size > 0; needs = writing.related.takeNeeds()) {
    await loadNeeds(tx, scene, writing.related, needs, { privileged: true })
    data = conversionData(writing, stored)
  }
  return data
}

async function act(site: Site, action: ButtonAction, locked: LockedRecord): Promise<Step> {
  const { tx, scene, writing, press } = site
  const { form, record: id } = press
  const { version } = locked.stored.system
  const data = await dataNow(site, locked)
  switch (action.type) {
    case 'set': {
      const values = valuesToSet(writing, action, data)
      const cause: Cause = { type: 'button', id: `${form}.${press.button}` }
      const changed = await changeRecord(tx, scene, form, id, { version, values }, cause)
      if (!changed.ok) return changed
      const { warnings } = changed.record
      return { ...nothing, warnings: warnings.length === 0 ? [] : [{ form, id, warnings }] }
    }
    case 'convert': {
      const made = await convertRecord(tx, scene, form, id, action.conversion, { version })
      if (!made.ok) return made
      const { open, warnings } = made
      return { ok: true, effects: open === null ? [] : [{ type: 'show', ...open }], warnings }
    }
    case 'submit': {
      const submission = { form, record: id, workflow: action.workflow, version, comment: '' }
      const run = await submitWithin(tx, scene, submission)
      return run.ok ? nothing : run
    }
    case 'create':
      return { ...nothing, effects: [creation(writing, action, data)] }
    case 'open': {
      const url = linkFor(action, data)
      return url === undefined ? nothing : { ...nothing, effects: [{ type: 'open', url }] }
    }
  }
}

async function actAll(site: Site, actions: readonly ButtonAction[], first: LockedRecord): Promise<Step> {
  const { tx, scene, writing, press } = site
  const effects: PressEffect[] = []
  const warnings: RecordWarnings[] = []
  let locked: LockedRecord | undefined = first
  for (const action of actions) {
    if (locked === undefined) return refused('not-found')
    const done = await act(site, action, locked)
    if (!done.ok) return done
    effects.push(...done.effects)
    warnings.push(...done.warnings)
    // The next action sees what this one did.
    locked = await lockRecord(tx, scene, writing.form, press.record, false)
  }
  return { ok: true, effects, warnings }
}

/** The buttons that can be pressed now for a record; undefined when there is none to see. */
export async function listButtons(
  tx: Connection,
  scene: Scene,
  { form: key, record }: Pick<Press, 'form' | 'record'>,
): Promise<readonly string[] | undefined> {
  const form = scene.app.form(key)
  if (form === undefined || scene.rights.forms[key]?.read !== true) return undefined
  const writing = writeSceneOf(scene, form, true)
  const locked = await lockRecord(tx, scene, form, record, false, 'look')
  if (locked === undefined || locked.stored.system.deleted_at !== null) return undefined
  const press = { form: key, record, button: '', version: null }
  return pressable(writing, scene.rights, await dataNow({ tx, scene, writing, press }, locked))
}

/**
 * Does what a button of a form does, in the caller's transaction and with the rights of the one who pressed it. Whether
 * it is there and can be pressed is asked again of the record as it is stored. When it refuses, the transaction must be
 * undone.
 */
export async function pressButton(tx: Connection, scene: Scene, press: Press): Promise<Pressed> {
  const form = scene.app.form(press.form)
  if (form === undefined || scene.rights.forms[press.form]?.read !== true) return refused('not-found')
  const wrong = versionProblem(press.version)
  if (wrong !== undefined) return { ok: false, problem: wrong }
  const writing = writeSceneOf(scene, form, true)
  const button = findButton(writing, scene.rights, press.button)
  const locked = await lockRecord(tx, scene, form, press.record, false)
  if (button === undefined || locked === undefined || locked.stored.system.deleted_at !== null)
    return refused('not-found')
  if (press.version !== locked.stored.system.version)
    return staleProblem(tx, scene, form, locked.stored, Number(press.version))
  const site: Site = { tx, scene, writing, press }
  if (!canPress(writing, button, await dataNow(site, locked))) return refused('condition-not-met')
  const done = await actAll(site, button.actions, locked)
  if (!done.ok) return done
  const now = await lockRecord(tx, scene, form, press.record, false)
  const record = await answerOf(tx, scene, press.form, (now ?? locked).stored.system)
  const submitted = button.actions.some(({ type }) => type === 'submit')
  return { ok: true, record, effects: done.effects, warnings: done.warnings, submitted }
}
