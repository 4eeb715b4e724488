import type { Form, StageGate } from '@pipewright/schemas'
import { knows, type MaskScope } from './mask-scope.ts'

function maskGate(scope: MaskScope, form: string, gate: StageGate): StageGate {
  const related = gate.related?.filter(
    (each) =>
      scope.form(each.form) && knows(scope, each.form, each.field) && scope.expression(each.form, each.where),
  )
  return {
    ...(gate.fields === undefined ? {} : { fields: gate.fields.filter((path) => knows(scope, form, path)) }),
    ...(gate.conditions === undefined
      ? {}
      : { conditions: gate.conditions.filter(({ when }) => scope.expression(form, when)) }),
    ...(related === undefined ? {} : { related }),
  }
}

type Staged = Pick<Form, 'stageField' | 'stages' | 'pipelineField' | 'pipelines'>

/** Stages are told to those who may see them; what their gates ask of things one may not see is left out. */
export function maskStages(scope: MaskScope, form: Form): Staged {
  const { key, stageField, stages, pipelineField, pipelines } = form
  if (stageField === undefined || !knows(scope, key, stageField)) return {}
  const masked = stages?.map(({ enter, leave, ...stage }) => ({
    ...stage,
    ...(enter === undefined ? {} : { enter: maskGate(scope, key, enter) }),
    ...(leave === undefined ? {} : { leave: maskGate(scope, key, leave) }),
  }))
  const routed = pipelineField !== undefined && knows(scope, key, pipelineField)
  return {
    stageField,
    ...(masked === undefined ? {} : { stages: masked }),
    ...(routed ? { pipelineField, ...(pipelines === undefined ? {} : { pipelines }) } : {}),
  }
}
