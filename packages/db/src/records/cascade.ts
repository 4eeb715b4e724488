import {
  namedBy,
  needsNoLockBefore,
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
  if (changed.life === true && own) return true
  if (changed.isNew === true && !own) return false
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

/** Brings the records up to date that are to be locked; answers those whose values came out different. */
async function calculate(tx: Connection, scene: Scene, step: Step): Promise<Rows> {
  const { form, dependent, sources, states } = step
  const reading = readSceneOf(scene)
  const { targets } = sources
  const moves =
    targets === undefined || new Set(targets).size > few
      ? undefined
      : rollupMoves(scene.app, dependent, states, reading.context)
  const plannedRun = sources.ids.length > few ? runOnce : run
  const carryOut = (ids: readonly string[], by?: ReadonlyMap<string, RollupMove>, locking = false) => {
    const plan = planRecalculation(reading, form, dependent, { ids, moves: by, locking })
    return calculating(form, plan.fields, async (): Promise<Rows> => {
      for (const statement of plan.rows) await plannedRun(tx, statement)
      return plan.record === undefined ? [] : plannedRun(tx, plan.record)
    })
  }
  if (moves?.size === 1) {
    const [[id, by]] = [...moves] as [[string, ReadonlyMap<string, RollupMove>]]
    if (needsNoLockBefore(dependent, by)) return carryOut([id], by, true)
  }
  const locked = await plannedRun<{ id: string }>(tx, planLockTargets(reading, dependent, sources))
  const ids = locked.map(({ id }) => id)
  if (ids.length === 0) return []
  if (moves === undefined || moves.size === 0) return carryOut(ids)
  const rows: Record<string, unknown>[] = []
  for (const id of ids) rows.push(...(await carryOut([id], moves.get(id))))
  return rows
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
  const rows = await calculate(tx, scene, step)
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
