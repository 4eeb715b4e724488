import {
  planFieldChanges,
  type FieldChangesPlan,
  type FieldChangeWay,
  type ResultRow,
} from '@pipewright/compiler'
import { buttonsOf, isForMany } from '@pipewright/metadata'
import { submitWithin } from '../approvals/approvals.ts'
import { pressButton } from '../buttons/press-button.ts'
import type { Connection } from '../connection/connection.ts'
import { savepoint } from '../connection/savepoint.ts'
import { purgeRecord } from '../bin/purge-record.ts'
import { deleteRecord, restoreRecord } from '../records/delete-record.ts'
import { refused, type Cause, type Outcome, type RecordWarnings } from '../records/outcome.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'
import { updateRecord } from '../records/update-record.ts'
import type { BulkAction, KeptProblem } from './bulk-job.ts'

export interface Changed {
  readonly ok: true
  readonly warnings: readonly RecordWarnings[]
  /** Records that came along: deleted or taken back with it. */
  readonly along: readonly string[]
  /** Relations of other records that lead to it again. */
  readonly relations?: number
}
export type Change = Changed | { readonly ok: false; readonly problem: KeptProblem }

/** What is done to records of one form, checked once for all of them. */
export interface PlannedBulk {
  readonly form: string
  readonly action: BulkAction
  readonly reading: FieldChangesPlan
}

const changesOf = (action: BulkAction): readonly FieldChangeWay[] =>
  action.type === 'edit' ? action.changes : []

const needed = {
  edit: 'update',
  submit: 'update',
  button: 'update',
  delete: 'delete',
  restore: 'delete',
  purge: 'purge',
} as const satisfies Record<BulkAction['type'], string>

/** What is done to records that lie in the recycle bin. */
const isOfBin = ({ type }: BulkAction): boolean => type === 'restore' || type === 'purge'

/** Whether the actor may do this to records of the form at all; each record is asked again by itself. */
export function planBulk(
  scene: Scene,
  form: string,
  action: BulkAction,
): Outcome<{ readonly bulk: PlannedBulk }> {
  const rights = scene.rights.forms[form]
  const definition = scene.app.form(form)?.form
  if (rights?.read !== true || definition === undefined) return refused('not-found')
  const needs = needed[action.type]
  if (action.type !== 'button' && !rights[needs]) return refused('not-allowed')
  if (action.type === 'button') {
    const found = buttonsOf(definition).find(({ key }) => key === action.button)
    // A button that leads somewhere has nowhere to lead when it is pressed for many.
    if (found === undefined || !isForMany(found)) return refused('not-allowed')
  }
  const plan = planFieldChanges(readSceneOf(scene), form, changesOf(action), isOfBin(action))
  if (plan.ok) return { ok: true, bulk: { form, action, reading: plan } }
  const { code, errors } = plan.problem
  return code === 'bad-filter' && errors !== undefined ? refused('invalid', { errors }) : plan
}

/** The records as they are now: what is read once for all of them. */
export async function readForBulk(
  tx: Connection,
  { reading }: PlannedBulk,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ResultRow>> {
  const rows = await run<ResultRow>(tx, reading.statement(ids))
  return new Map(rows.map((row) => [String(row['id']), row]))
}

const none: Omit<Changed, 'warnings'> = { ok: true, along: [] }

async function act(
  tx: Connection,
  scene: Scene,
  { form, action, reading }: PlannedBulk,
  row: ResultRow,
  cause: Cause,
): Promise<Change> {
  const id = String(row['id'])
  const { version } = row
  switch (action.type) {
    case 'edit': {
      const { owner } = action
      const change = { version, values: reading.valuesOf(row), ...(owner === undefined ? {} : { owner }) }
      const updated = await updateRecord(tx, scene, form, id, change, cause)
      if (!updated.ok) return updated
      const { warnings = [] } = updated
      return { ...none, warnings: warnings.length === 0 ? [] : [{ form, id, warnings }] }
    }
    case 'delete': {
      const deleted = await deleteRecord(tx, scene, form, id, version, cause)
      return deleted.ok ? { ok: true, along: deleted.followers, warnings: [] } : deleted
    }
    case 'restore': {
      const restored = await restoreRecord(tx, scene, form, id, version, cause)
      if (!restored.ok) return restored
      const { followers: along, relations, warnings } = restored
      return { ok: true, along, relations, warnings: warnings.length === 0 ? [] : [{ form, id, warnings }] }
    }
    case 'purge': {
      const purged = await purgeRecord(tx, scene, form, id, version, cause)
      return purged.ok ? { ok: true, along: purged.followers, warnings: [] } : purged
    }
    case 'button': {
      const pressed = await pressButton(tx, scene, { form, record: id, version, button: action.button })
      return pressed.ok ? { ...none, warnings: pressed.warnings } : pressed
    }
    case 'submit': {
      const { workflow, comment } = action
      const submitted = await submitWithin(tx, scene, { form, record: id, workflow, version, comment })
      return submitted.ok ? { ...none, warnings: [] } : submitted
    }
  }
}

class Refused extends Error {
  readonly problem: KeptProblem
  constructor(problem: KeptProblem) {
    super('refused')
    this.problem = problem
  }
}

/** Runs a part of a transaction of which nothing stays when it refuses, so that the next record can be taken. */
export async function alone(tx: Connection, work: () => Promise<Change>): Promise<Change> {
  try {
    return await savepoint(tx, async () => {
      const outcome = await work()
      if (!outcome.ok) throw new Refused(outcome.problem)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}

/**
 * Does it to one record, which is checked by itself; one that somebody changes in this moment is read again. When it
 * refuses, nothing of it stays.
 */
export async function changeForBulk(
  tx: Connection,
  scene: Scene,
  bulk: PlannedBulk,
  row: ResultRow | undefined,
  cause: Cause,
): Promise<Change> {
  if (row === undefined) return refused('not-found')
  const first = await alone(tx, () => act(tx, scene, bulk, row, cause))
  if (first.ok || first.problem.code !== 'stale-version') return first
  const id = String(row['id'])
  const again = (await readForBulk(tx, bulk, [id])).get(id)
  return again === undefined ? refused('not-found') : alone(tx, () => act(tx, scene, bulk, again, cause))
}
