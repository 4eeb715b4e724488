import { dependencies, evaluateCondition, type EvaluationContext, type Scope } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { valueAt } from '../record-ref.ts'
import type { Candidate } from './member-limit.ts'
import { isEmpty } from './write-scene.ts'

type Known = Readonly<Record<string, unknown>>

/** The record or row that names a member; the record around a row is told apart. */
export interface MemberPlace {
  readonly data: Known
  readonly record: Known
  readonly scope: Scope
  readonly context: EvaluationContext
}

/** What a condition asks of the record or row; facts about the member are no part of it. */
export const pathsAsked = (where: Expression): readonly (readonly string[])[] =>
  dependencies(where).filter(([head = '']) => !head.startsWith('$') || head === '$record')

function valueOf({ data, record }: MemberPlace, path: readonly string[]): unknown {
  const [from, own] = path[0] === '$record' ? [record, path.slice(1)] : [data, path]
  const whole = own.join('.')
  return Object.hasOwn(from, whole) ? from[whole] : valueAt(from, whole)
}

/**
 * Whether a member may be chosen by the condition of a field. As with relations, a condition that asks for something of
 * the record that is still empty says nothing yet.
 */
export function meetsCondition(
  where: Expression,
  place: MemberPlace,
  id: string,
  { department, roles }: Candidate,
): boolean {
  if (pathsAsked(where).some((path) => isEmpty(valueOf(place, path)))) return true
  const facts = { $member: id, $memberDepartment: department, $memberRoles: roles }
  const data = { ...place.data, $record: place.record, ...facts }
  return evaluateCondition(where, data, place.context, place.scope)
}
