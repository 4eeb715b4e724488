import { isOperation, operatorOf } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'

/** For whom, on what and for which records a rule applies, apart from what it asks of the fields. */
export interface RuleAudience {
  /** Any of these roles; empty means everybody. */
  readonly roles: readonly string[]
  readonly device: 'phone' | 'desktop' | null
  readonly isNew: boolean | null
}

const everybody: RuleAudience = { roles: [], device: null, isNew: null }

const isPath = (expression: Expression | undefined, path: string): boolean =>
  expression !== undefined &&
  isOperation(expression) &&
  operatorOf(expression).name === 'var' &&
  operatorOf(expression).args[0] === path

function readPart(part: Expression): Partial<RuleAudience> | undefined {
  if (!isOperation(part)) return undefined
  const { name, args } = operatorOf(part)
  const [left, right] = args
  if (name === 'hasAny' && isPath(left, '$roles') && Array.isArray(right)) {
    const roles = right.filter((role) => typeof role === 'string')
    return roles.length === right.length && roles.length > 0 ? { roles } : undefined
  }
  if (name !== 'eq') return undefined
  if (isPath(left, '$device') && (right === 'phone' || right === 'desktop')) return { device: right }
  return isPath(left, '$isNew') && typeof right === 'boolean' ? { isNew: right } : undefined
}

/** A condition as whom it is for and what else it asks. */
export function splitCondition(when: Expression): { audience: RuleAudience; rest: Expression } {
  if (when === null) return { audience: everybody, rest: null }
  const isAll = isOperation(when) && operatorOf(when).name === 'and'
  const parts = isAll ? operatorOf(when).args : [when]
  let audience = everybody
  const rest: Expression[] = []
  for (const part of parts) {
    const found = readPart(part)
    const isTaken =
      found === undefined ||
      Object.keys(found).some((key) => {
        const known = audience[key as keyof RuleAudience]
        return Array.isArray(known) ? known.length > 0 : known !== null
      })
    if (isTaken) rest.push(part)
    else audience = { ...audience, ...found }
  }
  if (rest.length === 0) return { audience, rest: null }
  return { audience, rest: rest.length === 1 ? (rest[0] as Expression) : { and: rest } }
}

/** The condition of both; null when neither asks anything. */
export function joinCondition({ roles, device, isNew }: RuleAudience, rest: Expression): Expression {
  const own: Expression[] = [
    ...(roles.length === 0 ? [] : [{ hasAny: [{ var: '$roles' }, [...roles]] }]),
    ...(device === null ? [] : [{ eq: [{ var: '$device' }, device] }]),
    ...(isNew === null ? [] : [{ eq: [{ var: '$isNew' }, isNew] }]),
  ]
  const isAll = isOperation(rest) && operatorOf(rest).name === 'and'
  const parts = [...own, ...(rest === null ? [] : isAll && own.length > 0 ? operatorOf(rest).args : [rest])]
  if (parts.length === 0) return null
  return parts.length === 1 ? (parts[0] as Expression) : { and: parts }
}
