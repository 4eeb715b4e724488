import { checkDefinition, type Problem } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import { checkExpressions } from './check-expressions.ts'

/** Everything that is wrong with a definition; formulas and conditions are looked at once what they name is there. */
export function checkCompiled(definition: AppDefinition): Problem[] {
  const problems = checkDefinition(definition)
  return problems.length > 0 ? problems : checkExpressions(definition)
}
