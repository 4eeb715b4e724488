import {
  canFollow,
  planRecalculation,
  uniqueSites,
  type CompiledForm,
  type RollupMove,
  type RollupMoves,
} from '@pipewright/compiler'
import { dependencies } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { prepared } from '../connection/statement.ts'
import { calculating } from './calculation-overflow.ts'
import type { Pair } from './changed-pair.ts'
import { mostAtOnce, movesOf, stepsOf, type Step } from './following.ts'
import { columnsOf, recordset, textFor } from './record-tables.ts'
import { readSceneOf, runOnce, type Scene } from './scene.ts'
import { changedColumns } from './store-change.ts'
import { changedRecord, ledgerChanges } from './update-record.ts'

/** What is kept beside the column as well. */
const keptElsewhere: ReadonlySet<Field['type']> = new Set([
  'attachment',
  'lineItems',
  'relations',
  'anyRelation',
])

/** Whether the database knows of no other record that could refuse these fields: all else was judged before. */
function areOwn(form: CompiledForm, keys: ReadonlySet<string>): boolean {
  const stored = new Map(form.stored.map((field) => [field.key, field.type]))
  const isPlain = (key: string) => {
    const type = stored.get(key)
    return type !== undefined && !keptElsewhere.has(type)
  }
  const compared = uniqueSites(form.form).flatMap(({ fields, when }) => [
    ...fields.map(({ key }) => key),
    ...dependencies(when ?? null).map(([key = '']) => key),
  ])
  return [...keys].every(isPlain) && !compared.some((key) => keys.has(key))
}

/** An outermost value that went leaves the next one to be looked for among what lies stored. */
const isKnown = (move: RollupMove): boolean => move.type !== 'extreme' || move.gone === null

/** A step of which only the totals of its own records come, all of them known from the change. */
interface Trial {
  readonly step: Step
  readonly ids: readonly string[]
  readonly moves: RollupMoves
}

/** How a step is tried; undefined where others follow it, or what lies stored has to be looked at. */
function trialOf(scene: Scene, step: Step): Trial | undefined {
  const { form, dependent } = step
  const moves = movesOf(scene, step)
  if (moves === undefined || moves.size > (scene.mostFollowing ?? mostAtOnce)) return undefined
  const isFollowed = [...dependent.rollups, ...dependent.formulas].some(({ key }) =>
    scene.app.dependents.get(form.key)?.some(({ sourceFields }) => sourceFields.has(key)),
  )
  const isSimple = (own: ReadonlyMap<string, RollupMove>) =>
    canFollow(dependent, own) && [...own.values()].every(isKnown)
  if (isFollowed || ![...moves.values()].every(isSimple)) return undefined
  return { step, ids: [...moves.keys()], moves }
}

/** How all steps are tried; undefined where one of them cannot be, or two meet in the same records. */
function trialsOf(scene: Scene, steps: readonly Step[]): readonly Trial[] | undefined {
  const trials = steps.flatMap((step) => trialOf(scene, step) ?? [])
  const targets = new Set(trials.map(({ step }) => step.form.key))
  return targets.size === steps.length ? trials : undefined
}

/** Reads what would be stored as its columns would hold it. */
async function readAsStored(tx: Connection, form: CompiledForm, pairs: readonly Pair[]): Promise<void> {
  const keys = changedColumns(form, [...new Set(pairs.flatMap(({ record }) => record.changed))])
  const text = textFor(form, `rehearse ${keys.join(' ')}`, () => {
    const columns = columnsOf(form).filter(({ name }) => keys.includes(name))
    return `select count(*) from json_to_recordset($1::json) as x(${recordset(columns)})`
  })
  const rows = pairs.map(({ record }) => Object.fromEntries(keys.map((key) => [key, record.values[key]])))
  await tx.query(prepared({ text, values: [JSON.stringify(rows)] }))
}

/**
 * Finds out what storing changed records would say without storing them, for nothing of it stays: whether they and the
 * totals that follow them fit their columns. False where more than that may say something, and they have to be stored.
 */
export async function rehearseChanges(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  pairs: readonly Pair[],
): Promise<boolean> {
  const changed = pairs
    .map(({ record, before }) => changedRecord(form, record, before, ledgerChanges(record, before)))
    .filter(({ fields }) => fields.size > 0)
  if (!areOwn(form, new Set(changed.flatMap(({ fields }) => [...fields])))) return false
  const trials = trialsOf(scene, stepsOf(scene, form.key, changed))
  if (trials === undefined) return false
  if (changed.length > 0) await readAsStored(tx, form, pairs)
  for (const { step, ids, moves } of trials) {
    const given = { ids, moves, isTrial: true }
    const plan = planRecalculation(readSceneOf(scene), step.form, step.dependent, given)
    const { record, fields } = plan
    if (record !== undefined) await calculating(step.form, fields, () => runOnce(tx, record))
  }
  return true
}
