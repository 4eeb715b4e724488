import { type AppDefinition, isAppDefinition } from '@pipewright/schemas'
import { checkDefinition } from './check/check-definition.ts'
import { type Problem, problem } from './problem.ts'

export type Loaded = { definition: AppDefinition } | { problems: Problem[] }

/** Takes any value for what it claims to be: an app definition, or everything that is wrong with it. */
export function loadDefinition(value: unknown): Loaded {
  if (!isAppDefinition(value)) {
    const problems = (isAppDefinition.errors ?? []).map(({ instancePath, message, params }) => {
      const extra = 'additionalProperty' in params ? `: ${String(params.additionalProperty)}` : ''
      return problem('invalid', instancePath, { message: `${message ?? ''}${extra}` })
    })
    return { problems }
  }
  const problems = checkDefinition(value)
  return problems.length > 0 ? { problems } : { definition: value }
}
