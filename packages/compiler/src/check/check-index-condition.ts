import {
  isWritable,
  problem,
  valueKindOf,
  type DefinitionIndex,
  type PlacedExpression,
  type Problem,
} from '@pipewright/metadata'
import { isOperation, operatorOf } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'

/** Comparisons whose answer depends on the record alone, so that an index may hold it. */
const plain: ReadonlySet<string> = new Set([
  'and',
  'or',
  '!',
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'in',
  'notIn',
  'isEmpty',
  'notEmpty',
])

const lists: ReadonlySet<string> = new Set(['list', 'rows'])

function unfitParts(index: DefinitionIndex, form: string, expression: Expression): string[] {
  if (Array.isArray(expression)) return expression.flatMap((part) => unfitParts(index, form, part))
  if (!isOperation(expression)) return []
  const { name, args } = operatorOf(expression)
  if (name !== 'var')
    return [...(plain.has(name) ? [] : [name]), ...args.flatMap((part) => unfitParts(index, form, part))]
  const path = String(args[0])
  const found = index.field(form, path)
  const isOwn = found !== undefined && found.hops.length === 0 && !found.system
  return isOwn && isWritable(found.field) && !lists.has(valueKindOf(found.field)) ? [] : [path]
}

/** What keeps a condition from being that of an index. */
export function checkIndexCondition(index: DefinitionIndex, placed: PlacedExpression): Problem[] {
  const { expression, pointer, scope } = placed
  return unfitParts(index, scope.root.form, expression).map((part) =>
    problem('not-for-index', pointer, { part }),
  )
}
