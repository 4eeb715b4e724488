import { applyEdits, type Problem } from '@pipewright/metadata'
import type { AppDefinition, Edit } from '@pipewright/schemas'

/** What one gesture changed: sent as one call, taken back as one step. */
export interface Step {
  readonly edits: readonly Edit[]
  /** The definition as the person saw it before and after, to say what the step was. */
  readonly before: AppDefinition
  readonly after: AppDefinition
}

/** A step that is not in the draft, with the reason where there is one. */
export interface Unapplied {
  readonly step: Step
  readonly reason: string | null
}

/** Makes a step of edits, or says why they do not fit. */
export function makeStep(
  definition: AppDefinition,
  edits: readonly Edit[],
): { readonly step: Step } | { readonly problems: readonly Problem[] } {
  const result = applyEdits(definition, edits)
  if ('problems' in result) return { problems: result.problems }
  return { step: { edits, before: definition, after: result.definition } }
}
