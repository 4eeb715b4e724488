import type { AppDefinition, Form, StageGate } from '@pipewright/schemas'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'
import { checkUniqueItems, checkUniqueKeys } from './check-unique.ts'

const checkGate = (gate: StageGate | undefined, at: readonly Segment[]): Problem[] =>
  checkUniqueItems(gate?.fields, [...at, 'fields'])

function checkForm(form: Form, base: readonly Segment[]): Problem[] {
  const { stages = [], pipelines = [] } = form
  const missing =
    (form.stageField === undefined && (stages.length > 0 || form.pipelineField !== undefined)) ||
    (form.pipelineField === undefined && pipelines.length > 0)
  return [
    ...(missing
      ? [problem('stage-field-missing', toPointer([...base, 'stageField']), { form: form.key })]
      : []),
    ...checkUniqueKeys(form.followUpLog?.templates, [...base, 'followUpLog', 'templates']),
    ...checkUniqueKeys(stages, [...base, 'stages']),
    ...checkUniqueKeys(pipelines, [...base, 'pipelines']),
    ...stages.flatMap((stage, position) => {
      const at = [...base, 'stages', position]
      return [
        ...checkUniqueItems(stage.next, [...at, 'next']),
        ...checkUniqueKeys(stage.checklist, [...at, 'checklist']),
        ...checkGate(stage.enter, [...at, 'enter']),
        ...checkGate(stage.leave, [...at, 'leave']),
      ]
    }),
    ...pipelines.flatMap((pipeline, position) =>
      checkUniqueItems(pipeline.stages, [...base, 'pipelines', position, 'stages']),
    ),
  ]
}

/** Stages, pipelines and note templates say each thing once, and only where there is a field that holds them. */
export const checkStages = (definition: AppDefinition): Problem[] =>
  definition.forms.flatMap((form, position) => checkForm(form, ['forms', position]))
