import type { ConversionStep, Form } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import type { VariableScope } from './variable-scope.ts'
import { walkAssignments, walkExpression } from './walk-expression.ts'

const kind = 'conversion'

function walkLines(
  walk: Walk,
  step: ConversionStep,
  site: { at: readonly Segment[]; scope: VariableScope },
): void {
  const source = site.scope.root.form
  for (const [position, lines] of (step.lines ?? []).entries()) {
    const at = [...site.at, 'lines', position]
    const expects = 'ownLineItems'
    mention(walk, [...at, 'field'], kind, {
      kind: 'field',
      from: { form: step.form },
      path: lines.field,
      expects,
    })
    mention(walk, [...at, 'from'], kind, {
      kind: 'field',
      from: { form: source },
      path: lines.from,
      expects,
    })
    walkAssignments(walk, lines.values, {
      at: [...at, 'values'],
      kind,
      to: { form: step.form, lineItems: lines.field },
      scope: {
        ...site.scope,
        names: { ...site.scope.names, $row: { form: source, lineItems: lines.from } },
      },
    })
  }
}

function walkStep(
  walk: Walk,
  step: ConversionStep,
  site: { at: readonly Segment[]; scope: VariableScope },
): void {
  const { at } = site
  const scope = { ...site.scope, counted: true }
  const to = { form: step.form }
  mention(walk, [...at, 'form'], kind, { kind: 'form', key: step.form })
  walkExpression(walk, step.when, { at: [...at, 'when'], kind, scope: site.scope })
  walkAssignments(walk, step.values, { at: [...at, 'values'], kind, scope, to })
  mentionFields(walk, [...at, 'matchFields'], kind, {
    from: to,
    paths: step.matchFields,
    expects: 'matchable',
  })
  walkLines(walk, step, { at, scope })
}

/** Each step sees what the steps before it made. */
export function walkConversions(walk: Walk, form: Form, base: readonly Segment[]): void {
  const root = { form: form.key }
  const names = { $record: root }
  for (const [position, conversion] of (form.conversions ?? []).entries()) {
    const at = [...base, 'conversions', position]
    const inConversion = { ...walk, label: conversion.label }
    const created = new Map<string, string>()
    walkExpression(inConversion, conversion.when, { at: [...at, 'when'], kind, scope: { root, names } })
    for (const [place, step] of conversion.creates.entries()) {
      const scope = { root, names, created: new Map(created) }
      walkStep(inConversion, step, { at: [...at, 'creates', place], scope })
      created.set(step.key, step.form)
    }
    const scope = { root, names, created }
    walkAssignments(inConversion, conversion.updates, { at: [...at, 'updates'], kind, scope, to: root })
  }
}
