/** What the maker of a workspace is led to try. */
export const stepKeys = ['record', 'move', 'field', 'invite'] as const
export type Step = (typeof stepKeys)[number]

export interface Steps {
  readonly done: readonly Step[]
  readonly hidden: boolean
}

export const areSteps = (value: unknown): value is Steps | null =>
  value === null ||
  (typeof value === 'object' && 'done' in value && Array.isArray(value.done) && 'hidden' in value)

/** Null (nobody began here) stays null; a step is done once. */
export const markDone = (steps: Steps | null, step: Step): Steps | null =>
  steps === null || steps.done.includes(step) ? steps : { ...steps, done: [...steps.done, step] }

export const isShown = (steps: Steps | null): steps is Steps =>
  steps !== null && !steps.hidden && steps.done.length < stepKeys.length
