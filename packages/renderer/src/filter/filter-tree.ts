import type { JsonValue } from '@pipewright/contract'
import { everyWindow, subjectPaths } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import { operandOf, type FilterOperator, type Operand } from './filter-operator.ts'

export interface Condition {
  readonly kind: 'condition'
  readonly path: string
  readonly operator: FilterOperator
  /** One value, a list for "any of", a pair for "between"; null while nothing is given. */
  readonly value: JsonValue
}

export interface Group {
  readonly kind: 'group'
  readonly join: 'and' | 'or'
  readonly items: readonly FilterNode[]
}

export type FilterNode = Condition | Group

export const emptyGroup: Group = { kind: 'group', join: 'and', items: [] }

const known: ReadonlySet<string> = new Set<FilterOperator>([
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'in',
  'notIn',
  'contains',
  'startsWith',
  'endsWith',
  'isEmpty',
  'notEmpty',
  'hasAny',
  'hasAll',
  ...everyWindow,
  'coversDay',
  'overlapsDays',
  'withinMetres',
])

const isObject = (expression: Expression | undefined): expression is { [key: string]: Expression } =>
  typeof expression === 'object' && expression !== null && !Array.isArray(expression)

function varOf(expression: Expression | undefined): string | null {
  const path = isObject(expression) ? expression['var'] : undefined
  return typeof path === 'string' ? path : null
}

/** `{"var":"$me"}` is kept as it is: the reader, whoever that is. */
const asValue = (expression: Expression | undefined): JsonValue => (expression ?? null) as JsonValue

/** The field that a comparison is about, also where it names parts of its value. */
function pathOf(operator: string, args: readonly Expression[]): string | null {
  const first = varOf(args[0])
  if (first === null) return null
  const isWhole = subjectPaths(first, operator).length === 1
  const path = isWhole ? first : first.slice(0, first.lastIndexOf('.'))
  const named = subjectPaths(path, operator).every((subject, at) => varOf(args[at]) === subject)
  return named ? path : null
}

/** Days have operators of their own from before windows had units. */
const ofDays: Readonly<Record<string, FilterOperator>> = { inLastDays: 'inLast', inNextDays: 'inNext' }

const isSeveral = (operand: Operand): boolean =>
  operand === 'two' || operand === 'circle' || operand === 'window'

function readCondition(operator: string, args: readonly Expression[]): Condition | null {
  const window = ofDays[operator]
  if (window !== undefined && args.length === 2) return readCondition(window, [...args, 'day'])
  const path = pathOf(operator, args)
  if (path === null || path.startsWith('$') || !known.has(operator)) return null
  const name = operator as FilterOperator
  const operand = operandOf(name)
  const operands = args.slice(subjectPaths(path, operator).length).map(asValue)
  const value = operand === 'none' ? null : isSeveral(operand) ? operands : (operands[0] ?? null)
  return { kind: 'condition', path, operator: name, value }
}

/** Comparisons that say exactly the contrary of one another, of values that are missing too. */
const contraries: Readonly<Partial<Record<FilterOperator, FilterOperator>>> = {
  eq: 'ne',
  ne: 'eq',
  in: 'notIn',
  notIn: 'in',
  isEmpty: 'notEmpty',
  notEmpty: 'isEmpty',
}

/** What is true where the node is not; null where no comparison says so. */
function contrary(node: FilterNode | null): FilterNode | null {
  if (node === null) return null
  if (node.kind === 'condition') {
    const operator = contraries[node.operator]
    return operator === undefined ? null : { ...node, operator }
  }
  const items = node.items.map(contrary)
  if (items.some((item) => item === null)) return null
  return {
    kind: 'group',
    join: node.join === 'and' ? 'or' : 'and',
    items: items.filter((item) => item !== null),
  }
}

function readNode(expression: Expression | undefined): FilterNode | null {
  if (!isObject(expression)) return null
  const [operator, given] = Object.entries(expression)[0] ?? []
  if (operator === undefined || given === undefined) return null
  const args = Array.isArray(given) ? given : [given]
  if (operator === '!') return contrary(readNode(args[0]))
  if (operator !== 'and' && operator !== 'or') return readCondition(operator, args)
  const items = args.map(readNode)
  if (items.some((item) => item === null)) return null
  return { kind: 'group', join: operator, items: items.filter((item) => item !== null) }
}

/** A filter as a tree that can be edited; null when it says more than the builder can show. */
export function readFilter(expression: Expression | null): Group | null {
  if (expression === null) return emptyGroup
  const node = readNode(expression)
  if (node === null) return null
  return node.kind === 'group' ? node : { kind: 'group', join: 'and', items: [node] }
}

const given = (value: JsonValue): boolean =>
  value !== null &&
  value !== '' &&
  !(Array.isArray(value) && (value.length === 0 || value.some((part) => part === null)))

function writeCondition({ path, operator, value }: Condition): Expression | null {
  const subjects = subjectPaths(path, operator).map((subject) => ({ var: subject }))
  const operand = operandOf(operator)
  if (operand === 'none') return { [operator]: subjects }
  if (path === '' || !given(value)) return null
  if (isSeveral(operand)) return { [operator]: [...subjects, ...(value as Expression[])] }
  return { [operator]: [...subjects, value as Expression] }
}

/** The tree as JSON Logic; conditions that are not complete yet say nothing, null when none is left. */
export function writeFilter(node: FilterNode): Expression | null {
  if (node.kind === 'condition') return writeCondition(node)
  const parts = node.items.map(writeFilter).filter((part) => part !== null)
  if (parts.length === 0) return null
  return parts.length === 1 ? (parts[0] ?? null) : { [node.join]: parts }
}

/** Whether the builder can show all that is said. */
export const isBuildable = (expression: Expression | null): boolean => readFilter(expression) !== null

/** How many conditions take part. */
export function countConditions(expression: Expression | null): number {
  const count = (node: FilterNode): number =>
    node.kind === 'condition' ? 1 : node.items.reduce((sum, item) => sum + count(item), 0)
  const tree = readFilter(expression)
  return tree === null ? 1 : count(tree)
}
