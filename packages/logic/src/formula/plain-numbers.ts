import { analyse } from '../analyse.ts'
import { Decimal, parseDecimal } from '../decimal.ts'
import { pointerSegment, type Expression } from '../expression.ts'
import type { Scope } from '../scope.ts'
import type { TypedNode } from '../typed-node.ts'

function numbersIn(node: TypedNode, found: Map<string, number>): Map<string, number> {
  if (node.kind === 'literal' && typeof node.value === 'string' && node.type.kind === 'number') {
    const decimal = parseDecimal(node.value)
    const number = Number(node.value)
    if (decimal !== null && new Decimal(number).equals(decimal)) found.set(node.pointer, number)
  }
  const inner = node.kind === 'list' ? node.items : 'args' in node ? node.args : []
  for (const one of inner) numbersIn(one, found)
  return found
}

function replace(expression: Expression, pointer: string, numbers: ReadonlyMap<string, number>): Expression {
  const number = numbers.get(pointer)
  if (number !== undefined) return number
  if (Array.isArray(expression))
    return expression.map((item, index) => replace(item, pointer + pointerSegment(index), numbers))
  if (typeof expression !== 'object' || expression === null) return expression
  return Object.fromEntries(
    Object.entries(expression).map(([name, value]) => [
      name,
      replace(value, pointer + pointerSegment(name), numbers),
    ]),
  ) as Expression
}

/** The same expression with numbers where a text stands that is read as one: `amount = 5000`, not `amount = "5000"`. */
export function plainNumbers(expression: Expression, scope: Scope): Expression {
  const { node, problems } = analyse(expression, scope)
  if (problems.length > 0) return expression
  const numbers = numbersIn(node, new Map())
  return numbers.size === 0 ? expression : replace(expression, '', numbers)
}
