import {
  indexDefinition,
  problem,
  rowsPlace,
  ruleScope,
  type DefinitionIndex,
  type Place,
  type Problem,
} from '@pipewright/metadata'
import { judgeCondition, judgeValue, runExample, type ExampleScene } from '@pipewright/logic'
import type { AppDefinition, Field, Form, FormulaField, Rule, RuleExample } from '@pipewright/schemas'
import { expressionType } from '../app/value-type.ts'
import { exampleReason, type RedRow } from './example-reason.ts'
import { calculationFor, exampleScene } from './example-scene.ts'

function checkFormula(index: DefinitionIndex, field: FormulaField, place: Place, pointer: string): Problem[] {
  const { examples = [], expression } = field
  if (examples.length === 0 || expression === null) return []
  const scene = exampleScene(index, place)
  const calculation = calculationFor(field, expression)
  const type = expressionType(field, place.form, false)
  return examples.flatMap((row, position) => {
    const fault = judgeValue(runExample(calculation, row, scene), row, type)
    if (fault === undefined) return []
    return problem('red-example', `${pointer}/examples/${position}`, {
      of: 'formula',
      place: field.label,
      row: position + 1,
      reason: exampleReason(index, { scope: { root: place }, field, fault }),
    })
  })
}

interface RuleSite {
  readonly index: DefinitionIndex
  readonly form: string
  readonly rule: Rule
  readonly scene: ExampleScene
}

/** What the rule sets where it applies, held against what the row says about it. */
function setFaults({ index, form, rule, scene }: RuleSite, row: RuleExample): Omit<RedRow, 'scope'>[] {
  return Object.entries(row.sets ?? {}).flatMap(([path, expected]) => {
    // Of several effects on one field the last one counts.
    const effect = rule.effects.findLast((one) => one.type === 'set' && one.field === path)
    const found = index.field({ form }, path)
    if (found === undefined || (effect !== undefined && effect.type !== 'set')) return []
    const { field } = found
    const outcome =
      effect === undefined
        ? ({ kind: 'value', value: null } as const)
        : runExample(calculationFor(field, effect.value), row, scene)
    const fault = judgeValue(outcome, { expected }, expressionType(field, found.form, found.system))
    return fault === undefined ? [] : [{ field, fault, named: true }]
  })
}

function rowFaults(site: RuleSite, row: RuleExample): Omit<RedRow, 'scope'>[] {
  const fault = judgeCondition(runExample({ expression: site.rule.when }, row, site.scene), row.applies)
  if (fault !== undefined) return [{ field: undefined, fault }]
  return row.applies ? setFaults(site, row) : []
}

function checkRule(index: DefinitionIndex, form: string, rule: Rule, pointer: string): Problem[] {
  if (rule.examples === undefined) return []
  const place: Place = rule.rows === undefined ? { form } : { form, lineItems: rule.rows }
  const site = { index, form, rule, scene: exampleScene(index, place) }
  const scope = ruleScope(form, rule)
  return rule.examples.flatMap((row, position) =>
    rowFaults(site, row).map((red) =>
      problem('red-example', `${pointer}/examples/${position}`, {
        of: 'rule',
        place: rule.label,
        row: position + 1,
        reason: exampleReason(index, { ...red, scope }),
      }),
    ),
  )
}

function checkFields(
  index: DefinitionIndex,
  fields: readonly Field[],
  place: Place,
  base: string,
): Problem[] {
  return fields.flatMap((field, position) => {
    const pointer = `${base}/${position}`
    if (field.type === 'formula') return checkFormula(index, field, place, pointer)
    if (field.type !== 'lineItems') return []
    return checkFields(index, field.fields, rowsPlace(place, field.key), `${pointer}/fields`)
  })
}

const checkForm = (index: DefinitionIndex, form: Form, base: string): Problem[] => [
  ...checkFields(index, form.fields, { form: form.key }, `${base}/fields`),
  ...(form.rules ?? []).flatMap((rule, at) => checkRule(index, form.key, rule, `${base}/rules/${at}`)),
]

/**
 * The example rows of formulas and rules that turn out otherwise than they say. They stop a publish, never an edit:
 * while a formula is rewritten its rows may be red. For definitions without other problems.
 */
export function checkExamples(definition: AppDefinition): Problem[] {
  const index = indexDefinition(definition)
  return definition.forms.flatMap((form, at) => checkForm(index, form, `/forms/${at}`))
}
