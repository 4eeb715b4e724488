import type { Form, StageGate } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'

function walkGate(walk: Walk, form: string, gate: StageGate | undefined, at: readonly Segment[]): void {
  const root = { form }
  const kind = 'stageGate'
  mentionFields(walk, [...at, 'fields'], kind, { from: root, paths: gate?.fields, expects: 'editable' })
  const scope = { root, names: { $old: root } }
  for (const [position, { when }] of (gate?.conditions ?? []).entries())
    walkExpression(walk, when, { at: [...at, 'conditions', position, 'when'], kind, scope })
  for (const [position, { form: other, field, where }] of (gate?.related ?? []).entries()) {
    const here = [...at, 'related', position]
    mention(walk, [...here, 'form'], kind, { kind: 'form', key: other })
    mention(walk, [...here, 'field'], kind, {
      kind: 'field',
      from: { form: other },
      path: field,
      expects: { relationTo: form },
    })
    walkExpression(walk, where, { at: [...here, 'where'], kind, scope: { root: { form: other } } })
  }
}

/** What stages and pipelines name: options, fields, forms. */
export function walkStages(walk: Walk, form: Form, base: readonly Segment[]): void {
  const { stageField, pipelineField, stages = [], pipelines = [] } = form
  const from = { form: form.key }
  const option = (at: readonly Segment[], path: string | undefined, key: string) => {
    if (path !== undefined) mention(walk, at, 'stage', { kind: 'option', from, path, option: key })
  }
  for (const [position, stage] of stages.entries()) {
    const at = [...base, 'stages', position]
    option([...at, 'key'], stageField, stage.key)
    for (const [place, key] of (stage.next ?? []).entries()) option([...at, 'next', place], stageField, key)
    walkGate(walk, form.key, stage.enter, [...at, 'enter'])
    walkGate(walk, form.key, stage.leave, [...at, 'leave'])
  }
  if (pipelineField !== undefined)
    mention(walk, [...base, 'pipelineField'], 'pipeline', {
      kind: 'field',
      from,
      path: pipelineField,
      expects: 'ownChoice',
    })
  for (const [position, pipeline] of pipelines.entries()) {
    const at = [...base, 'pipelines', position]
    option([...at, 'key'], pipelineField, pipeline.key)
    for (const [place, key] of pipeline.stages.entries()) option([...at, 'stages', place], stageField, key)
  }
}
