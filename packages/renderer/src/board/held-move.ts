import type { FieldProblem, RecordAnswer } from '@pipewright/contract'
import { placeOf } from '../form/engine/field-issue.ts'

/** A move that waits until what its stage asks for is there. */
export interface HeldMove {
  readonly record: RecordAnswer
  readonly to: string | null
  readonly problems: readonly FieldProblem[]
  /** Fields that are asked for in place. */
  readonly fields: readonly string[]
  /** What else is missing, in words. */
  readonly rest: readonly FieldProblem[]
}

/** Things that no other value of the stage itself mends, so that it is worth to wait for them. */
const awaited = new Set(['stage-records', 'stage-checklist', 'stage-needs', 'refused'])

/** What a refused move waits for; null when nothing that can be done would let it pass. */
export function holdMove(
  record: RecordAnswer,
  to: string | null,
  problems: readonly FieldProblem[],
  stage: string,
): HeldMove | null {
  const named = problems.map((problem) => ({ problem, field: placeOf(problem.pointer)[0] }))
  const fields = [...new Set(named.flatMap(({ field }) => (field === stage ? [] : (field ?? []))))]
  const rest = named.flatMap(({ problem, field }) =>
    field === stage || field === undefined ? [problem] : [],
  )
  const waits = fields.length > 0 || rest.length > 1 || rest.some(({ code }) => awaited.has(code))
  return waits ? { record, to, problems, fields, rest } : null
}
