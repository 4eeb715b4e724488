import type { isEdit } from '@pipewright/schemas'
import { type Problem, problem } from './problem.ts'

/** What the validators found, as problems. */
export function schemaProblems(errors: typeof isEdit.errors, at: string): Problem[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? `: ${String(params.additionalProperty)}` : ''
    return problem('invalid', `${at}${instancePath}`, { message: `${message ?? ''}${extra}` })
  })
}
