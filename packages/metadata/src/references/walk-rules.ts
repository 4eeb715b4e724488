import type { Form, RuleEffect } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import type { VariableScope } from './variable-scope.ts'
import { walkExpression } from './walk-expression.ts'

function walkEffect(
  walk: Walk,
  effect: RuleEffect,
  site: { at: readonly Segment[]; scope: VariableScope },
): void {
  const { at, scope } = site
  const from = scope.root
  switch (effect.type) {
    case 'require':
    case 'show':
    case 'lock':
      mentionFields(walk, [...at, 'fields'], 'rule', { from, paths: effect.fields, expects: 'editable' })
      return
    case 'set': {
      const assignedTo = { from, path: effect.field }
      mention(walk, [...at, 'field'], 'rule', { kind: 'field', ...assignedTo, expects: 'settable' })
      walkExpression(walk, effect.value, { at: [...at, 'value'], kind: 'rule', scope, assignedTo })
      return
    }
    case 'refuse':
      if (effect.field !== undefined)
        mention(walk, [...at, 'field'], 'rule', {
          kind: 'field',
          from,
          path: effect.field,
          expects: 'own',
        })
  }
}

export function walkRules(walk: Walk, form: Form, base: readonly Segment[]): void {
  const root = { form: form.key }
  const scope: VariableScope = { root, names: { $old: root } }
  for (const [position, rule] of (form.rules ?? []).entries()) {
    const at = [...base, 'rules', position]
    const inRule = { ...walk, label: rule.label }
    walkExpression(inRule, rule.when, { at: [...at, 'when'], kind: 'rule', scope })
    for (const [place, effect] of rule.effects.entries())
      walkEffect(inRule, effect, { at: [...at, 'effects', place], scope })
  }
}
