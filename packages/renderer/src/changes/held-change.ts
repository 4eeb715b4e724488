import type { FieldProblem, RecordAnswer, Values } from '@pipewright/contract'
import { placeOf } from '../form/engine/place-of-pointer.ts'

/** What somebody did to a record by dragging: the values it is to have, and how the question about it is headed. */
export interface RecordStep {
  readonly record: RecordAnswer
  readonly values: Values
  readonly heading: string
}

/** A step that waits until what it asks for is there. */
export interface HeldChange extends RecordStep {
  readonly problems: readonly FieldProblem[]
  /** Fields that are asked for in place. */
  readonly fields: readonly string[]
  /** What else is missing, in words. */
  readonly rest: readonly FieldProblem[]
}

/** Things that no other value of the changed fields themselves mends, so that it is worth to wait for them. */
const awaited = new Set(['stage-records', 'stage-checklist', 'stage-needs', 'refused'])

/** What a refused step waits for; null when nothing that can be done would let it pass. */
export function holdChange(step: RecordStep, problems: readonly FieldProblem[]): HeldChange | null {
  const named = problems.map((problem) => ({ problem, field: placeOf(problem.pointer)[0] }))
  const isOwn = (field: string | undefined) => field === undefined || Object.hasOwn(step.values, field)
  const fields = [...new Set(named.flatMap(({ field }) => (isOwn(field) ? [] : (field ?? []))))]
  const rest = named.flatMap(({ problem, field }) => (isOwn(field) ? [problem] : []))
  const waits = fields.length > 0 || rest.length > 1 || rest.some(({ code }) => awaited.has(code))
  return waits ? { ...step, problems, fields, rest } : null
}
