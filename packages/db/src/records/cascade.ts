import {
  planDeferTargets,
  planLockTargets,
  planRecalculation,
  sameValue,
  wholeDependent,
  type Came,
  type CompiledForm,
  type RollupMoves,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { eventOf, insertEvents, type RecordEvent } from '../ledger/record-event.ts'
import { announceRecalculations } from '../people/announce.ts'
import { calculating } from './calculation-overflow.ts'
import {
  few,
  mostAtOnce,
  movesOf,
  stepsOf,
  type ChangedRecord,
  type Following,
  type Step,
} from './following.ts'
import type { Cause } from './outcome.ts'
import { refreshGrams } from './refresh-grams.ts'
import { readSceneOf, run, runOnce, type Scene } from './scene.ts'

const deepest = 20
type Rows = readonly Record<string, unknown>[]

/** Where changes are told of: lines of the ledger that are written in the end. */
interface Told {
  readonly cause: Cause
  readonly events: RecordEvent[]
}

/** A step that was made along with the change. */
interface Followed {
  readonly following: Following
  readonly came: Came | null
}

async function carryOut(
  tx: Connection,
  scene: Scene,
  { form, dependent, sources }: Step,
  ids: readonly string[],
  moves?: RollupMoves,
): Promise<Rows> {
  const plannedRun = sources.ids.length > few ? runOnce : run
  const plan = planRecalculation(readSceneOf(scene), form, dependent, { ids, moves })
  return calculating(form, plan.fields, async () => {
    for (const statement of plan.rows) await plannedRun(tx, statement)
    return plan.record === undefined ? [] : plannedRun(tx, plan.record)
  })
}

/** Too many to follow while somebody waits: a job takes them up as soon as the change is there. */
async function defer(
  tx: Connection,
  scene: Scene,
  { dependent, sources }: Step,
  cause: Cause,
): Promise<Rows> {
  const { now: at, actor, workspace } = scene
  const noted = { mark: scene.newId(), at, member: actor.memberId, cause }
  await runOnce(tx, planDeferTargets(readSceneOf(scene), dependent, sources, noted))
  await announceRecalculations(tx, workspace)
  return []
}

/** Brings records up to date: by what changed where that is known, else from everything they lean on. */
async function calculate(tx: Connection, scene: Scene, step: Step, cause: Cause): Promise<Rows> {
  const { dependent, sources } = step
  const moves = movesOf(scene, step)
  const plannedRun = sources.ids.length > few ? runOnce : run
  const { mostFollowing = mostAtOnce } = scene
  const locked = await plannedRun<{ id: string }>(
    tx,
    planLockTargets(readSceneOf(scene), dependent, sources, mostFollowing + 1),
  )
  if (locked.length > mostFollowing) return defer(tx, scene, step, cause)
  const ids = locked.map(({ id }) => id)
  return ids.length === 0 ? [] : carryOut(tx, scene, step, ids, moves)
}

const fieldsOf = ({ dependent }: Step): string[] =>
  [...dependent.rollups, ...dependent.formulas].map(({ key }) => key)

/** What came of records that were calculated anew: a line for the ledger each, and what goes on from them. */
async function settle(
  tx: Connection,
  scene: Scene,
  step: Step,
  rows: Rows,
  { cause, events }: Told,
): Promise<ChangedRecord[]> {
  const { form } = step
  const fields = fieldsOf(step)
  const changed = rows.map((row) => {
    const different = fields.filter((_, position) => !sameValue(row[`o${position}`], row[`n${position}`]))
    const changes = Object.fromEntries(
      fields.flatMap((key, position) =>
        different.includes(key)
          ? [[key, [row[`o${position}`] ?? null, row[`n${position}`] ?? null] as const]]
          : [],
      ),
    )
    events.push(eventOf(scene, form.key, String(row['id']), 'recalculate', cause, changes))
    return { form: form.key, id: String(row['id']), fields: new Set(different) }
  })
  await refreshGrams(tx, scene.workspace.schema, form, changed)
  return changed
}

/** What came of a record that followed within the statement of the change; the ledger has its line. */
async function settleFollowed(
  tx: Connection,
  scene: Scene,
  { following, came }: Followed,
  told: Told,
): Promise<ChangedRecord[]> {
  const { step, id, moves } = following
  if (came === null) return []
  if (!came.ok)
    return settle(tx, scene, step, await carryOut(tx, scene, step, [id], new Map([[id, moves]])), told)
  const fields = fieldsOf(step).filter((_, position) => came.changed[position] === true)
  const changed = [{ form: step.form.key, id, fields: new Set(fields) }]
  await refreshGrams(tx, scene.workspace.schema, step.form, changed)
  return changed
}

/**
 * Brings stored rollups and formulas of other records up to date, level by level. Each level locks its records in the
 * order of their ids and calculates from the rows as they are after that, so that writers at the same time agree.
 *
 * The ledger gets a line for each record whose own values came out different. Rows of line items that did get none: what
 * they are calculated from has its line where it was changed, and the record's totals have theirs.
 */
export async function cascade(
  tx: Connection,
  scene: Scene,
  changed: readonly ChangedRecord[],
  cause: Cause,
  followed?: Followed,
): Promise<void> {
  const told: Told = { cause, events: [] }
  await carryOn(
    tx,
    scene,
    followed === undefined ? changed : await settleFollowed(tx, scene, followed, told),
    told,
  )
}

/**
 * Calculates everything that is stored of some records anew, which are locked in the order of their ids, and of all that
 * leans on them.
 */
export async function recalculateRecords(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  ids: readonly string[],
  cause: Cause,
): Promise<void> {
  const dependent = wholeDependent(form)
  const step: Step = { form, dependent, sources: { ids }, states: [] }
  const told: Told = { cause, events: [] }
  await runOnce(tx, planLockTargets(readSceneOf(scene), dependent, { ids }, ids.length))
  await carryOn(tx, scene, await settle(tx, scene, step, await carryOut(tx, scene, step, ids), told), told)
}

async function carryOn(
  tx: Connection,
  scene: Scene,
  first: readonly ChangedRecord[],
  told: Told,
): Promise<void> {
  let level = first
  for (let depth = 0; level.length > 0 && depth < deepest; depth += 1) {
    const next: ChangedRecord[] = []
    for (const [form, records] of Map.groupBy(level, (record) => record.form))
      for (const step of stepsOf(scene, form, records))
        next.push(...(await settle(tx, scene, step, await calculate(tx, scene, step, told.cause), told)))
    level = next
  }
  if (scene.isRehearsal !== true) await insertEvents(tx, scene.workspace.schema, told.events)
}
