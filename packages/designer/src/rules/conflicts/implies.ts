import { isOperation, operatorOf } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'

const demandsOf = (condition: Expression): readonly string[] => {
  const isAll = isOperation(condition) && operatorOf(condition).name === 'and'
  return (isAll ? operatorOf(condition).args : [condition]).map((part) => JSON.stringify(part))
}

/** Whether the second is met whenever the first is; answers true only where that is plain. */
export function implies(first: Expression, second: Expression): boolean {
  if (second === true) return true
  const given = new Set(demandsOf(first))
  return demandsOf(second).every((part) => given.has(part))
}
