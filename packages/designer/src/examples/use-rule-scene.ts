import { judgeCondition, judgeValue, runExample, type Expression } from '@pipewright/logic'
import type { Place } from '@pipewright/metadata'
import type { Field, Form, Rule, RuleExample } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { expressionType } from '../scope/expression-scope.ts'
import { ruleScope } from '../scope/rule-scope.ts'
import { calculationFor, useExampleScene } from './use-example-scene.ts'

const boolean = { kind: 'boolean' } as const

export interface SetEffect {
  readonly path: string
  readonly field: Field
  readonly value: Expression
}

/** What the rule sets; of several effects on one field the last one counts. */
export function useSets(form: Form, rule: Rule): readonly SetEffect[] {
  const index = useIndex()
  return useMemo(() => {
    const found = new Map<string, SetEffect>()
    for (const effect of rule.effects) {
      const field = effect.type === 'set' ? index.field({ form: form.key }, effect.field)?.field : undefined
      if (effect.type === 'set' && field !== undefined)
        found.set(effect.field, { path: effect.field, field, value: effect.value })
    }
    return [...found.values()]
  }, [index, form.key, rule.effects])
}

export function useRuleScene(
  form: Form,
  rule: Rule,
  sets: readonly SetEffect[],
  rows: readonly RuleExample[],
) {
  const index = useIndex()
  const { locale } = useDesign()
  const scope = useMemo(
    () => ruleScope(index, { form: form.key, rows: rule.rows }, locale),
    [index, form.key, rule.rows, locale],
  )
  const place: Place = useMemo(
    () => (rule.rows === undefined ? { form: form.key } : { form: form.key, lineItems: rule.rows }),
    [form.key, rule.rows],
  )
  const expressions = useMemo(() => [rule.when, ...sets.map(({ value }) => value)], [rule.when, sets])
  const around = useExampleScene(place, scope, expressions, rows)
  const { scene, explain, nameOf } = around
  const holds = (row: Pick<RuleExample, 'inputs'>) => runExample({ expression: rule.when }, row, scene)
  const wrongSets = (row: RuleExample): string[] =>
    sets.flatMap(({ path, field, value }) => {
      const expected = row.sets?.[path]
      if (!row.applies || expected === undefined) return []
      const type = expressionType(field)
      const fault = judgeValue(runExample(calculationFor(field, value), row, scene), { expected }, type)
      return fault === undefined ? [] : [`${nameOf(field)}: ${explain(fault, type)}`]
    })
  return {
    ...around,
    holds,
    states: rows.map((row) => {
      const fault = judgeCondition(holds(row), row.applies)
      return { reasons: fault === undefined ? wrongSets(row) : [explain(fault, boolean)] }
    }),
  }
}
