import { dependencies } from '@pipewright/logic'
import { isCalculated, isInRows, problem, type DefinitionIndex } from '@pipewright/metadata'
import type { PlacedExpression, Problem, VariableScope } from '@pipewright/metadata'

const reasons = {
  way: {
    en: 'Of the row or record around, a formula sees the values it holds itself. Let a column of that row look it up first.',
    zh: '公式只能读取上级行或所在记录自身的值。请先在上级行中用一列查找出来。',
  },
  calculated: {
    en: 'Of the record around, a formula in such rows sees what is entered, not what is calculated.',
    zh: '这类明细中的公式只能读取所在记录中填写的值，不能读取计算出来的值。',
  },
}

/** Whether a calculated value of rows inside rows may read what is around it. */
export const seesAround = ({ root }: VariableScope): boolean => isInRows(root)

/**
 * What a calculated value of rows inside rows reads of the row and the record around it: only what lies there, so that it
 * follows every change without looking further, and of the record only what does not follow from the rows.
 */
export function checkAround(
  index: DefinitionIndex,
  { expression, scope, pointer, label }: PlacedExpression,
): Problem[] {
  if (!seesAround(scope)) return []
  const found = dependencies(expression).flatMap(([head = '', ...path]) => {
    const from = head === '$parent' || head === '$record' ? scope.names?.[head] : undefined
    const field = from && index.field(from, path.join('.'))
    if (field === undefined) return []
    if (field.hops.some((hop) => hop.field.type !== 'lineItems')) return [reasons.way]
    if (head === '$parent') return []
    return field.hops.length > 0 || isCalculated(field.field) ? [reasons.calculated] : []
  })
  return found.slice(0, 1).map((reason) => problem('bad-expression', pointer, { place: label, reason }))
}
