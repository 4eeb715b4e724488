import type { Form, Rule, RuleEffect } from '@pipewright/schemas'
import { isInRows, placeAround } from '../find-field.ts'
import type { Segment } from '../pointer.ts'
import type { Expectation } from './expectation.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import type { VariableScope } from './variable-scope.ts'
import { walkExamples } from './walk-examples.ts'
import { walkExpression } from './walk-expression.ts'

/** What rules know besides fields. */
const facts: ReadonlySet<string> = new Set(['$roles', '$device', '$isNew'])

interface Site {
  readonly form: Form
  readonly at: readonly Segment[]
  readonly scope: VariableScope
}

function walkLimit(
  walk: Walk,
  effect: Extract<RuleEffect, { type: 'limit' }>,
  { form, at, scope }: Site,
): void {
  const from = { form: form.key }
  const { field: path, options, where } = effect
  mention(walk, [...at, 'field'], 'rule', { kind: 'field', from, path, expects: 'optionField' })
  for (const [position, option] of (options ?? []).entries())
    mention(walk, [...at, 'options', position], 'rule', { kind: 'option', from, path, option })
  const asked = { ...scope, facts: new Set([...facts, '$option']) }
  walkExpression(walk, where, { at: [...at, 'where'], kind: 'rule', scope: asked })
}

function walkEffect(walk: Walk, effect: RuleEffect, site: Site): void {
  const { form, at, scope } = site
  const from = { form: form.key }
  const field = (path: string, expects: Expectation) =>
    mention(walk, [...at, 'field'], 'rule', { kind: 'field', from, path, expects })
  switch (effect.type) {
    case 'require':
    case 'show':
    case 'hide':
    case 'lock':
      return mentionFields(walk, [...at, 'fields'], 'rule', {
        from,
        paths: effect.fields,
        expects: 'ruled',
      })
    case 'set': {
      field(effect.field, 'ruledValue')
      const assignedTo = { from, path: effect.field }
      return walkExpression(walk, effect.value, { at: [...at, 'value'], kind: 'rule', scope, assignedTo })
    }
    case 'limit':
      return walkLimit(walk, effect, site)
    case 'warn':
    case 'refuse':
      if (effect.field !== undefined) field(effect.field, 'ruled')
  }
}

/** Over rows, plain paths start at the row, `$record` is the record around it and `$parent` the row that theirs stand in. */
export function ruleScope(form: string, rule: Pick<Rule, 'rows'>): VariableScope {
  const record = { form }
  if (rule.rows === undefined) return { root: record, names: { $old: record }, facts }
  const row = { form, lineItems: rule.rows }
  const around = isInRows(row) ? { $parent: placeAround(row) } : {}
  return { root: row, names: { $old: row, $record: record, ...around }, facts }
}

export function walkRules(walk: Walk, form: Form, base: readonly Segment[]): void {
  for (const [position, rule] of (form.rules ?? []).entries()) {
    const at = [...base, 'rules', position]
    const inRule = { ...walk, label: rule.label }
    const scope = ruleScope(form.key, rule)
    if (rule.rows !== undefined)
      mention(inRule, [...at, 'rows'], 'rule', {
        kind: 'field',
        from: { form: form.key },
        path: rule.rows,
        expects: 'ownRows',
      })
    walkExpression(inRule, rule.when, { at: [...at, 'when'], kind: 'rule', scope })
    walkExamples(inRule, rule.examples, {
      at,
      scope,
      outcomes: ({ sets }) =>
        Object.entries(sets ?? {}).map(([path, value]) => [
          ['sets', path],
          { from: { form: form.key }, path },
          value,
        ]),
      setsFields: true,
    })
    for (const [place, effect] of rule.effects.entries())
      walkEffect(inRule, effect, { form, at: [...at, 'effects', place], scope })
  }
}
