import { compareDecimals, isOperation, operatorOf, parseDecimal } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'

type Constant = string | number | boolean

/** What a condition asks of one path, as far as it is said plainly. */
interface Asked {
  empty?: boolean
  filled?: boolean
  among?: ReadonlySet<string>
  not: Set<string>
  from?: { value: Constant; open: boolean }
  to?: { value: Constant; open: boolean }
}

const mostWays = 128

const isConstant = (value: Expression | undefined): value is Constant =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function pathOf(expression: Expression | undefined): string | undefined {
  if (expression === undefined || !isOperation(expression)) return undefined
  const { name, args } = operatorOf(expression)
  return name === 'var' && typeof args[0] === 'string' ? args[0] : undefined
}

function compare(a: Constant, b: Constant): number {
  const [left, right] = [String(a), String(b)]
  if (parseDecimal(left) !== null && parseDecimal(right) !== null) return compareDecimals(left, right)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The ways in which a condition can be met, each a list of plain demands; undefined when there are too many. */
function waysOf(condition: Expression): Expression[][] | undefined {
  if (condition === false || condition === null) return []
  if (condition === true) return [[]]
  if (!isOperation(condition)) return [[condition]]
  const { name, args } = operatorOf(condition)
  if (name !== 'and' && name !== 'or') return [[condition]]
  let ways: Expression[][] = name === 'and' ? [[]] : []
  for (const arg of args) {
    const inner = waysOf(arg)
    if (inner === undefined) return undefined
    ways = name === 'or' ? [...ways, ...inner] : ways.flatMap((way) => inner.map((more) => [...way, ...more]))
    if (ways.length > mostWays) return undefined
  }
  return ways
}

const narrow = (before: ReadonlySet<string> | undefined, values: readonly string[]): ReadonlySet<string> =>
  new Set(before === undefined ? values : values.filter((value) => before.has(value)))

function bound(asked: Asked, name: string, value: Constant): void {
  asked.filled = true
  const open = name === 'gt' || name === 'lt'
  if (name === 'gt' || name === 'gte') {
    const order = asked.from === undefined ? 1 : compare(value, asked.from.value)
    if (order > 0 || (order === 0 && open)) asked.from = { value, open }
  } else {
    const order = asked.to === undefined ? -1 : compare(value, asked.to.value)
    if (order < 0 || (order === 0 && open)) asked.to = { value, open }
  }
}

/** Notes one plain demand; what is not understood asks nothing. */
function note(book: Map<string, Asked>, demand: Expression): void {
  if (!isOperation(demand)) return
  const { name, args } = operatorOf(demand)
  const path = name === 'var' ? pathOf(demand) : pathOf(args[0])
  if (path === undefined) return
  const asked: Asked = book.get(path) ?? { not: new Set() }
  book.set(path, asked)
  const value = args[1]
  const list = Array.isArray(value) && value.every(isConstant) ? value.map(String) : undefined
  if (name === 'isEmpty') asked.empty = true
  else if (name === 'notEmpty') asked.filled = true
  else if (name === 'var') asked.among = narrow(asked.among, ['true'])
  else if (name === 'eq' && isConstant(value)) asked.among = narrow(asked.among, [String(value)])
  else if (name === 'ne' && isConstant(value)) asked.not.add(String(value))
  else if (name === 'in' && list !== undefined) asked.among = narrow(asked.among, list)
  else if (name === 'notIn' && list !== undefined) for (const one of list) asked.not.add(one)
  else if (['gt', 'gte', 'lt', 'lte'].includes(name) && isConstant(value)) bound(asked, name, value)
}

function isWithin(value: string, { from, to, not }: Asked): boolean {
  if (not.has(value)) return false
  const low = from === undefined ? 1 : compare(value, from.value)
  const high = to === undefined ? -1 : compare(value, to.value)
  return (low > 0 || (low === 0 && from?.open === false)) && (high < 0 || (high === 0 && to?.open === false))
}

function isPossible(asked: Asked): boolean {
  const { empty, filled, among, from, to } = asked
  if (empty === true && (filled === true || among !== undefined)) return false
  if (among !== undefined) return [...among].some((value) => isWithin(value, asked))
  if (from === undefined || to === undefined) return true
  const order = compare(from.value, to.value)
  return order < 0 || (order === 0 && !from.open && !to.open)
}

/** Whether a condition can be met at all. Answers false only where it surely cannot. */
export function canHold(condition: Expression): boolean {
  const ways = waysOf(condition)
  if (ways === undefined) return true
  return ways.some((way) => {
    const book = new Map<string, Asked>()
    for (const demand of way) note(book, demand)
    return [...book.values()].every(isPossible)
  })
}

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
