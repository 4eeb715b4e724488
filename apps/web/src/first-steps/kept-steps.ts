import { keptValue } from '../places/kept-value.ts'
import { areSteps, markDone, type Step, type Steps } from './steps.ts'

const kept = keptValue<Steps | null>('pipewright.steps.', null, areSteps)

export const useSteps = (workspace: string): Steps | null => kept.use(workspace)
export const beginSteps = (workspace: string): void => kept.write(workspace, { done: [], hidden: false })
export const finishStep = (workspace: string, step: Step): void =>
  kept.write(workspace, markDone(kept.read(workspace), step))
export const hideSteps = (workspace: string): void => {
  const steps = kept.read(workspace)
  if (steps !== null) kept.write(workspace, { ...steps, hidden: true })
}
