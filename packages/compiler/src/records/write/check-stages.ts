import type { Expression, Stage, StageGate } from '@pipewright/schemas'
import { firstStage, localize, mayFollow, pipelineStages, relatedName, stageOf } from '@pipewright/metadata'
import { evaluateCondition } from '@pipewright/logic'
import { mayReadField, mayWriteField } from '../../rights/readable.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { checklistName, gateName, type GateSide } from './gate-records.ts'
import { isEmpty, rowsOf, type Draft, type StoredRecord, type WriteScene } from './write-scene.ts'

/** A record that goes from one stage to another; `from` is null for a new one. */
interface Move {
  readonly scene: WriteScene
  readonly draft: Draft
  readonly id: string
  readonly at: string
  readonly from: string | null
  readonly to: string | null
}

function labelOf({ form, locale, app }: WriteScene, field: string, option: string | null): string {
  const found = form.fields.get(field)
  const options = found === undefined ? [] : app.index.options(found)
  return localize(options.find(({ key }) => key === option)?.label, locale) || (option ?? '')
}

const stageName = ({ scene, at }: Move, stage: string | null): string => labelOf(scene, at, stage)

/** Fields are asked for where they can be filled; the rest is said at the stage, as far as it may be known. */
function fieldIssues(move: Move, path: string, stage: string): Issue[] {
  const { scene, draft, at } = move
  const { rights, form } = scene
  const [key = '', column] = path.split('.')
  const missing =
    column === undefined
      ? isEmpty(draft[key])
        ? [pointerTo('values', key)]
        : []
      : rowsOf(draft, key).flatMap((row, position) =>
          isEmpty(row[column]) ? [pointerTo('values', key, position, column)] : [],
        )
  if (missing.length === 0) return []
  const params = { stage: stageName(move, stage) }
  if (rights === null || mayWriteField(rights, path))
    return missing.map((pointer) => issue(pointer, 'stage-field', params))
  const field = scene.app.index.field(form.place, path)?.field
  const known = mayReadField(rights, path) && field !== undefined
  return [
    known
      ? issue(pointerTo('values', at), 'stage-needs', {
          ...params,
          field: localize(field.label, scene.locale) || key,
        })
      : issue(pointerTo('values', at), 'stage-needs-other', params),
  ]
}

function relatedIssues(move: Move, gate: StageGate, stage: string, side: GateSide): Issue[] {
  const { scene, id, at } = move
  return (gate.related ?? []).flatMap(({ form, field, min, message }, position) => {
    const row = scene.related.get(gateName(scene.form.key, stage, side, position), id)
    const count = Number(row?.values['count'] ?? 0)
    if (row === undefined || count >= min) return []
    const label = relatedName(scene.app.index, { form, field })
    const own = localize(message, scene.locale)
    return [
      own === ''
        ? issue(pointerTo('values', at), 'stage-records', {
            stage: stageName(move, stage),
            form: localize(label, scene.locale) || form,
            min,
            count,
            target: form,
            relation: field,
          })
        : issue(pointerTo('values', at), 'refused', { text: own, target: form, relation: field }),
    ]
  })
}

function gateIssues(move: Move, gate: StageGate | undefined, stage: string, side: GateSide): Issue[] {
  if (gate === undefined) return []
  const { scene, draft, at } = move
  const holds = (when: Expression) => evaluateCondition(when, draft, scene.context, scene.form.scope)
  return [
    ...(gate.fields ?? []).flatMap((path) => fieldIssues(move, path, stage)),
    ...(gate.conditions ?? []).flatMap(({ when, message }) =>
      holds(when)
        ? []
        : [issue(pointerTo('values', at), 'refused', { text: localize(message, scene.locale) })],
    ),
    ...relatedIssues(move, gate, stage, side),
  ]
}

function checklistIssues(move: Move, stage: Stage | undefined): Issue[] {
  const { scene, id, at } = move
  const wanted = (stage?.checklist ?? []).filter((item) => item.required === true)
  if (stage === undefined || wanted.length === 0) return []
  const row = scene.related.get(checklistName, id)
  if (row === undefined) return []
  const ticked = new Set((row?.values['ticked'] ?? []) as readonly string[])
  return wanted.flatMap(({ key, label }) =>
    ticked.has(`${stage.key}.${key}`)
      ? []
      : [
          issue(pointerTo('values', at), 'stage-checklist', {
            stage: stageName(move, stage.key),
            item: localize(label, scene.locale),
          }),
        ],
  )
}

function wayIssues(move: Move): Issue[] {
  const { scene, at, from, to } = move
  const { form } = scene.form
  if (to === null) return []
  const pointer = pointerTo('values', at)
  const stages = pipelineStages(form, move.draft)
  if (stages !== undefined && !stages.includes(to)) {
    const pipeline = form.pipelineField ?? ''
    return [
      issue(pointer, 'stage-elsewhere', {
        stage: stageName(move, to),
        pipeline: labelOf(scene, pipeline, (move.draft[pipeline] ?? null) as string | null),
      }),
    ]
  }
  if (from === null || mayFollow(form, from, to)) return []
  const next = stageOf(form, from)?.next ?? []
  const list = next.map((key) => stageName(move, key)).join(scene.locale === 'zh' ? '、' : ', ')
  const params = { from: stageName(move, from), to: stageName(move, to), list }
  return [issue(pointer, next.length === 0 ? 'stage-final' : 'stage-move', params)]
}

/** A record that nobody put on a stage of its pipeline begins at the first one. */
export function applyPipeline(
  scene: WriteScene,
  draft: Draft,
  sent: Readonly<Record<string, unknown>>,
): void {
  const { form } = scene.form
  if (form.stageField === undefined || Object.hasOwn(sent, form.stageField)) return
  const first = firstStage(form, draft)
  if (first !== undefined) draft[form.stageField] = first
}

/** Whether the write brings the record onto a stage. */
export function entersStage({ form }: WriteScene, draft: Draft, old: StoredRecord | null): boolean {
  const at = form.form.stageField
  return at !== undefined && (draft[at] ?? null) !== (old?.values[at] ?? null)
}

/** Everything that stands between a record and the stage it is to go to, each thing by itself. */
export function checkStages(scene: WriteScene, draft: Draft, old: StoredRecord | null, id: string): Issue[] {
  const { form } = scene.form
  const at = form.stageField
  if (at === undefined || scene.rights === null) return []
  const moved = entersStage(scene, draft, old)
  const rerouted =
    form.pipelineField !== undefined && draft[form.pipelineField] !== old?.values[form.pipelineField]
  if (!moved && !rerouted) return []
  const from = (old?.values[at] ?? null) as string | null
  const to = (draft[at] ?? null) as string | null
  const move: Move = { scene, draft, id, at, from, to }
  const way = wayIssues(move)
  if (way.length > 0 || !moved) return way
  const [left, entered] = [stageOf(form, from), stageOf(form, to)]
  const found = [
    ...(left === undefined ? [] : gateIssues(move, left.leave, left.key, 'leave')),
    ...checklistIssues(move, left),
    ...(entered === undefined ? [] : gateIssues(move, entered.enter, entered.key, 'enter')),
  ]
  return [...new Map(found.map((one) => [JSON.stringify([one.pointer, one.params]), one])).values()]
}
