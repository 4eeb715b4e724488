import { evaluate, ExpressionError, type EvaluationContext, type LabelledScope } from '@pipewright/logic'
import type { DefinitionIndex, Place } from '@pipewright/metadata'
import { dependencies } from '@pipewright/logic'
import { formulaAt } from './needed-paths.ts'

type Values = Readonly<Record<string, unknown>>

/** The values with other formulas calculated as the draft has them: what is stored may come from an older formula. */
export function withDraftFormulas(
  index: DefinitionIndex,
  place: Place,
  scope: LabelledScope,
  paths: readonly (readonly string[])[],
  stored: Values,
  context: EvaluationContext,
): Values {
  const values: Record<string, unknown> = { ...stored }
  const under = new Set<string>()
  const settle = (path: readonly string[]): void => {
    const key = path.join('.')
    const formula = formulaAt(index, place, path)
    // A circle is a problem of its own; here it only must not run for ever.
    if (formula === undefined || under.has(key)) return
    under.add(key)
    for (const next of dependencies(formula.expression)) settle(next)
    try {
      values[key] = evaluate(formula.expression, values, context, scope)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      values[key] = null
    }
  }
  for (const path of paths) settle(path)
  return values
}
