import {
  canFollow,
  namedBy,
  planFollow,
  planLockTargets,
  planRecalculation,
  rollupMoves,
  sameValue,
  type ChangedSources,
  type CompiledForm,
  type Dependent,
  type RecordStates,
  type RecordValues,
  type RollupMove,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { eventOf, insertEvents, type RecordEvent } from '../ledger/record-event.ts'
import { calculating } from './calculation-overflow.ts'
import type { Cause } from './outcome.ts'
import { refreshGrams } from './refresh-grams.ts'
import { readSceneOf, run, runOnce, type Scene } from './scene.ts'

/** A record that was just changed. */
export interface ChangedRecord {
  readonly form: string
  readonly id: string
  readonly fields: ReadonlySet<string>
  /** It came to life or was deleted: rollups over it change whatever its values. */
  readonly life?: boolean
  /** It was just made, so nothing but its own relations can lead to others. */
  readonly isNew?: boolean
  /** What it held, and holds now; null while it is not there or deleted. Missing where that is not at hand. */
  readonly before?: RecordValues | null
  readonly after?: RecordValues | null
}

const deepest = 20
/** From here on planning is cheaper than a plan that was made for one record. */
const few = 20

function concerns(dependent: Dependent, changed: ChangedRecord): boolean {
  const own = dependent.relation !== undefined && dependent.steps.length === 0
  if (changed.isNew === true && !own) return false
  if (changed.life === true && dependent.life) return true
  return [...dependent.sourceFields].some((field) => changed.fields.has(field))
}

function sourcesOf(dependent: Dependent, changed: readonly ChangedRecord[]): ChangedSources | undefined {
  const ids = changed.map(({ id }) => id)
  const { relation } = dependent
  const isKnown = changed.every(({ before, after }) => before !== undefined && after !== undefined)
  if (relation === undefined || dependent.steps.length > 0 || !isKnown) return { ids }
  const named = changed.flatMap(({ before = null, after = null }) => [
    ...namedBy(before, relation),
    ...namedBy(after, relation),
  ])
  return named.length === 0 ? undefined : { ids, targets: named }
}

interface Step {
  readonly form: CompiledForm
  readonly dependent: Dependent
  readonly sources: ChangedSources
  /** Of the records that changed, where both are known. */
  readonly states: readonly RecordStates[]
}

const statesOf = (changed: readonly ChangedRecord[]): RecordStates[] =>
  changed.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  )

type Rows = readonly Record<string, unknown>[]

/** Records whose values came out different; `told` when the ledger has its lines already. */
interface Recalculated {
  readonly rows: Rows
  readonly told: boolean
}

type Moves = ReadonlyMap<string, RollupMove>

function movesOf(scene: Scene, { dependent, sources, states }: Step): ReadonlyMap<string, Moves> | undefined {
  const { targets } = sources
  if (targets === undefined || new Set(targets).size > few) return undefined
  return rollupMoves(scene.app, dependent, states, readSceneOf(scene).context)
}

async function carryOut(
  tx: Connection,
  scene: Scene,
  { form, dependent, sources }: Step,
  ids: readonly string[],
  moves?: Moves,
): Promise<Rows> {
  const plannedRun = sources.ids.length > few ? runOnce : run
  const plan = planRecalculation(readSceneOf(scene), form, dependent, { ids, moves })
  return calculating(form, plan.fields, async () => {
    for (const statement of plan.rows) await plannedRun(tx, statement)
    return plan.record === undefined ? [] : plannedRun(tx, plan.record)
  })
}

/** The usual case, in one statement: a change that the totals of one record follow. */
async function followOne(
  tx: Connection,
  scene: Scene,
  step: Step,
  target: { readonly id: string; readonly moves: Moves; readonly cause: Cause },
): Promise<Recalculated> {
  const { form, dependent } = step
  const { id, moves, cause } = target
  const event = { id: scene.newId(), at: scene.now, member: scene.actor.memberId, cause }
  const plan = planFollow(readSceneOf(scene), form, dependent, { id, moves, event })
  const rows = await calculating(form, plan.fields, () => run(tx, plan.statement))
  if (rows.every((row) => row['ok'] === true)) return { rows, told: true }
  return { rows: await carryOut(tx, scene, step, [id], moves), told: false }
}

/** Brings records up to date: by what changed where that is known, else from everything they lean on. */
async function calculate(tx: Connection, scene: Scene, step: Step, cause: Cause): Promise<Recalculated> {
  const { dependent, sources } = step
  const moves = movesOf(scene, step)
  const [only, ...others] = [...(moves ?? [])]
  if (only !== undefined && others.length === 0 && canFollow(dependent, only[1]))
    return followOne(tx, scene, step, { id: only[0], moves: only[1], cause })
  const plannedRun = sources.ids.length > few ? runOnce : run
  const locked = await plannedRun<{ id: string }>(tx, planLockTargets(readSceneOf(scene), dependent, sources))
  const ids = locked.map(({ id }) => id)
  if (ids.length === 0) return { rows: [], told: false }
  if (moves === undefined || moves.size === 0)
    return { rows: await carryOut(tx, scene, step, ids), told: false }
  const rows: Record<string, unknown>[] = []
  for (const id of ids) rows.push(...(await carryOut(tx, scene, step, [id], moves.get(id))))
  return { rows, told: false }
}

async function recalculate(
  tx: Connection,
  scene: Scene,
  step: Step,
  cause: Cause,
  events: RecordEvent[],
): Promise<ChangedRecord[]> {
  const { form, dependent } = step
  const fields = [...dependent.rollups, ...dependent.formulas].map(({ key }) => key)
  const { rows, told } = await calculate(tx, scene, step, cause)
  const changed = rows.map((row) => {
    const different = fields.filter((_, position) => !sameValue(row[`o${position}`], row[`n${position}`]))
    const changes = Object.fromEntries(
      fields.flatMap((key, position) =>
        different.includes(key)
          ? [[key, [row[`o${position}`] ?? null, row[`n${position}`] ?? null] as const]]
          : [],
      ),
    )
    if (!told) events.push(eventOf(scene, form.key, String(row['id']), 'recalculate', cause, changes))
    return { form: form.key, id: String(row['id']), fields: new Set(different) }
  })
  await refreshGrams(tx, scene.workspace.schema, form, changed)
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
): Promise<void> {
  const events: RecordEvent[] = []
  let level = changed
  for (let depth = 0; level.length > 0 && depth < deepest; depth += 1) {
    const next: ChangedRecord[] = []
    for (const [form, records] of Map.groupBy(level, (record) => record.form)) {
      for (const dependent of scene.app.dependents.get(form) ?? []) {
        const concerned = records.filter((record) => concerns(dependent, record))
        const sources = concerned.length === 0 ? undefined : sourcesOf(dependent, concerned)
        const target = scene.app.form(dependent.target)
        if (sources === undefined || target === undefined) continue
        const step = { form: target, dependent, sources, states: statesOf(concerned) }
        next.push(...(await recalculate(tx, scene, step, cause, events)))
      }
    }
    level = next
  }
  await insertEvents(tx, scene.workspace.schema, events)
}
