import {
  canFollow,
  namedBy,
  planFollow,
  rollupMoves,
  type ChangedSources,
  type CompiledForm,
  type Dependent,
  type Follow,
  type RecordStates,
  type RecordValues,
  type RollupMove,
  type RollupMoves,
} from '@pipewright/compiler'
import type { Cause } from './outcome.ts'
import { readSceneOf, type Scene } from './scene.ts'

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

/** From here on planning is cheaper than a plan that was made for one record. */
export const few = 20
/** More than these do not follow while somebody waits. */
export const mostAtOnce = 10_000

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

/** Records of one form that follow records of another. */
export interface Step {
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

/** What follows records of a form that changed, each step as it is asked for. */
export function stepsOf(scene: Scene, form: string, records: readonly ChangedRecord[]): Step[] {
  return (scene.app.dependents.get(form) ?? []).flatMap((dependent): Step[] => {
    const concerned = records.filter((record) => concerns(dependent, record))
    const sources = concerned.length === 0 ? undefined : sourcesOf(dependent, concerned)
    const target = scene.app.form(dependent.target)
    if (sources === undefined || target === undefined) return []
    return [{ form: target, dependent, sources, states: statesOf(concerned) }]
  })
}

type Moves = ReadonlyMap<string, RollupMove>

/** By record, how its rollups follow what is known of the change; undefined where too little is. */
export function movesOf(scene: Scene, { dependent, sources, states }: Step): RollupMoves | undefined {
  if (sources.targets === undefined) return undefined
  return rollupMoves(scene.app, dependent, states, readSceneOf(scene).context)
}

/** A step that can be made in one go with the change it follows. */
export interface Following {
  readonly step: Step
  readonly id: string
  readonly moves: Moves
  readonly plan: Follow
}

/** The usual case: the totals of one record follow a change, and nothing else does at first hand. */
export function planFollowing(scene: Scene, changed: ChangedRecord, cause: Cause): Following | undefined {
  const [step, ...others] = stepsOf(scene, changed.form, [changed])
  if (step === undefined || others.length > 0) return undefined
  const [only, ...more] = [...(movesOf(scene, step) ?? [])]
  if (only === undefined || more.length > 0 || !canFollow(step.dependent, only[1])) return undefined
  const [id, moves] = only
  // One statement cannot change the same record twice.
  if (step.form.key === changed.form && id === changed.id) return undefined
  const event = { id: scene.newId(), at: scene.now, member: scene.actor.memberId, cause }
  const plan = planFollow(readSceneOf(scene), step.form, step.dependent, { id, moves, event })
  return { step, id, moves, plan }
}
