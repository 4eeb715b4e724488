import { type AppDefinition, isAppDefinition } from '@pipewright/schemas'
import { checkDefinition } from './check/check-definition.ts'
import type { Problem } from './problem.ts'
import { schemaProblems } from './schema-problems.ts'

export type Loaded = { definition: AppDefinition } | { problems: Problem[] }

/** Takes any value for what it claims to be: an app definition, or everything that is wrong with it. */
export function loadDefinition(value: unknown): Loaded {
  if (!isAppDefinition(value)) return { problems: schemaProblems(isAppDefinition.errors, '') }
  const problems = checkDefinition(value)
  return problems.length > 0 ? { problems } : { definition: value }
}
