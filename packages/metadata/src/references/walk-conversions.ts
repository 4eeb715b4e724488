import type { ConversionLines, ConversionStep, Form } from '@pipewright/schemas'
import { rowsPlace, type Place } from '../find-field.ts'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import type { VariableScope } from './variable-scope.ts'
import { walkAssignments, walkExpression } from './walk-expression.ts'

const kind = 'conversion'

interface LinesSite {
  readonly at: readonly Segment[]
  readonly scope: VariableScope
  /** What is filled and what it is made from: records, or rows of them. */
  readonly to: Place
  readonly source: Place
}

function walkLines(walk: Walk, all: readonly ConversionLines[], site: LinesSite): void {
  for (const [position, lines] of all.entries()) {
    const at = [...site.at, 'lines', position]
    const expects = 'ownLineItems'
    const field = { kind: 'field', from: site.to, path: lines.field, expects } as const
    const from = { kind: 'field', from: site.source, path: lines.from, expects } as const
    mention(walk, [...at, 'field'], kind, field)
    mention(walk, [...at, 'from'], kind, from)
    const to = rowsPlace(site.to, lines.field)
    const source = rowsPlace(site.source, lines.from)
    const around = site.source.lineItems === undefined ? {} : { $parent: site.source }
    const scope = { ...site.scope, names: { ...site.scope.names, ...around, $row: source } }
    walkAssignments(walk, lines.values, { at: [...at, 'values'], kind, to, scope })
    walkLines(walk, lines.lines ?? [], { at, scope, to, source })
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
  walkLines(walk, step.lines ?? [], { at, scope, to, source: scope.root })
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
