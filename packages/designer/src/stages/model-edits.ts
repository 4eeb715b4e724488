import { indexDefinition, makeKey } from '@pipewright/metadata'
import type { AppDefinition, ChoiceField, Edit, Field, Form, Option, Stage } from '@pipewright/schemas'
import { addOptions } from '../options/option-edits.ts'
import { slotBehind } from '../tree/layout-places.ts'
import { firstAccess, takenKeys } from '../tree/new-field.ts'
import { stageSettings, type ModelStage, type StageModel } from './stage-models.ts'

const standard = { en: 'Standard', zh: '标准流程' }

/** The options with the stages of a model behind them, and the keys those have; a stage that is there already is used. */
function withStages(
  options: readonly Option[],
  stages: readonly ModelStage[],
): { readonly options: readonly Option[]; readonly keys: readonly string[] } {
  let all = options
  const keys = stages.map(({ label, outcome, probability }) => {
    const known = all.find((option) => option.label.zh === label.zh || option.label.en === label.en)
    if (known !== undefined) return known.key
    const next = addOptions(all, [label])
    const added = next.at(-1)
    if (added === undefined) return ''
    all = [...all, { ...added, outcome: outcome ?? 'open', probability }]
    return added.key
  })
  return { options: all, keys }
}

/** What the model says about stages of which nothing was said yet. */
function withSettings(form: Form, model: StageModel, keys: readonly string[]): Stage[] {
  const known = form.stages ?? []
  const said = new Set(known.map(({ key }) => key))
  const added = model.stages.flatMap((stage, position) => {
    const key = keys[position] ?? ''
    const settings = said.has(key) ? undefined : stageSettings(key, stage)
    return settings === undefined ? [] : [settings]
  })
  return [...known, ...added]
}

function addField(definition: AppDefinition, form: Form, field: Field): Edit[] {
  const slot = slotBehind(form.layout, {})
  if (slot === null) return []
  const access = firstAccess(definition, form.key, field)
  return [{ type: 'addField', form: form.key, field, ...slot, ...access }]
}

/** The options of a choice, in its own list or the shared one. */
function putOptions(definition: AppDefinition, form: Form, field: ChoiceField, options: Option[]): Edit {
  const set = definition.optionSets.find(({ key }) => key === field.optionSet)
  return set === undefined
    ? { type: 'setField', form: form.key, field: { ...field, options } }
    : { type: 'putOptionSet', optionSet: { ...set, options } }
}

function newChoice(
  definition: AppDefinition,
  form: Form,
  label: { readonly en: string; readonly zh: string },
  options: readonly Option[],
): ChoiceField {
  const key = makeKey(label, takenKeys(definition, form))
  const [first] = options
  return {
    type: 'choice',
    key,
    label,
    options: [...options],
    ...(first === undefined ? {} : { default: first.key }),
  }
}

/** A form without stages gets a field of its own with those of the model. */
export function beginWithModel(definition: AppDefinition, form: Form, model: StageModel): Edit[] {
  const { options, keys } = withStages([], model.stages)
  const field = newChoice(definition, form, { en: 'Stage', zh: '销售阶段' }, options)
  const stages = withSettings({ ...form, stages: [] }, model, keys)
  return [
    ...addField(definition, form, field),
    { type: 'setForm', form: form.key, changes: { stageField: field.key, stages } },
  ]
}

/** A pipeline with the stages of the model, beside those that are there; what there was becomes the standard one. */
export function addPipeline(definition: AppDefinition, form: Form, model: StageModel): Edit[] {
  const index = indexDefinition(definition)
  const fieldOf = (key: string | undefined): ChoiceField | undefined => {
    const field = form.fields.find((one) => one.key === key)
    return field?.type === 'choice' ? field : undefined
  }
  const stageField = fieldOf(form.stageField)
  if (stageField === undefined) return []
  const before = index.options(stageField)
  const { options, keys } = withStages(before, model.stages)
  const chooser = fieldOf(form.pipelineField)
  const kinds = addOptions(chooser === undefined ? addOptions([], [standard]) : index.options(chooser), [
    model.label,
  ])
  const added = kinds.at(-1)?.key ?? ''
  const first = { key: kinds[0]?.key ?? '', stages: before.map(({ key }) => key) }
  const field = chooser ?? newChoice(definition, form, { en: 'Pipeline', zh: '销售流程' }, kinds)
  const stages = withSettings(form, model, keys)
  return [
    putOptions(definition, form, stageField, [...options]),
    ...(chooser === undefined
      ? addField(definition, form, field)
      : [putOptions(definition, form, chooser, kinds)]),
    {
      type: 'setForm',
      form: form.key,
      changes: {
        stages,
        pipelineField: field.key,
        pipelines: [
          ...(chooser === undefined ? [first] : (form.pipelines ?? [])),
          { key: added, stages: [...keys] },
        ],
      },
    },
  ]
}
