import { describeChange, diffDefinitions, type Locale } from '@pipewright/metadata'
import type { Step } from './step.ts'

/** What a step changed, one sentence per change. */
export const describeStep = (step: Step, locale: Locale): readonly string[] =>
  diffDefinitions(step.before, step.after).map((change) => describeChange(change, locale))
