import type { Expression } from '../expression.ts'
import { isList, isOperation, operatorOf } from '../expression.ts'
import type { LabelledScope, Scope } from '../scope.ts'

/** A value that stands for options of a field, or of another form's column. */
export interface ComparedValue {
  readonly position: number
  readonly path: readonly string[]
  readonly isColumn: boolean
}

/** Comparisons with options, and how many of their first values may be the field itself. */
const comparing: ReadonlyMap<string, number> = new Map([
  ['eq', 2],
  ['ne', 2],
  ['in', 1],
  ['notIn', 1],
  ['hasAny', 1],
  ['hasAll', 1],
  ['switch', 1],
])

/** Whether the value at a position is compared with the field; of SWITCH every second one is a result. */
const isCompared = (name: string, position: number, count: number): boolean =>
  name !== 'switch' || (position % 2 === 1 && position < count - 1)

function pathOf(
  expression: Expression | undefined,
  operator: 'var' | 'column',
): readonly string[] | undefined {
  if (expression === undefined || !isOperation(expression)) return undefined
  const { name, args } = operatorOf(expression)
  return name === operator && typeof args[0] === 'string' ? args[0].split('.') : undefined
}

/** A column and what it is held against stand side by side: SUMIFS(Orders.Amount, Orders.Status, "Paid"). */
const besideColumns = (args: readonly Expression[]): readonly ComparedValue[] =>
  args.flatMap((arg, at) => {
    const path = pathOf(arg, 'column')
    const next = args[at + 1]
    const isPair = path !== undefined && next !== undefined && pathOf(next, 'column') === undefined
    return isPair ? [{ position: at + 1, path, isColumn: true }] : []
  })

/** The values of an operation that are options, with the field or column whose options they are. */
export function comparedValues(name: string, args: readonly Expression[]): readonly ComparedValue[] {
  const subjects = args.slice(0, comparing.get(name) ?? 0).map((arg) => pathOf(arg, 'var'))
  const at = subjects.findIndex((path) => path !== undefined)
  const path = subjects[at]
  if (path === undefined) return besideColumns(args)
  return [...args.keys()]
    .filter((position) => position !== at && isCompared(name, position, args.length))
    .map((position) => ({ position, path, isColumn: false }))
}

type Name = (text: string) => string

/** Columns are also held against "<>Paid". */
const signed = /^(<>|=)?(.*)$/s

function eachText(value: Expression, { isColumn }: ComparedValue, name: Name): Expression {
  if (isList(value)) return value.map((each) => (typeof each === 'string' ? name(each) : each))
  if (typeof value !== 'string') return value
  const [, sign = '', rest = ''] = (isColumn ? signed.exec(value) : undefined) ?? ['', '', value]
  return rest === '' ? value : `${sign}${name(rest)}`
}

/** Options as they are called in the text, as the keys that are stored; what names none is told. */
export function optionKeys(
  value: Expression,
  compared: ComparedValue,
  scope: Scope,
  unknown: (text: string) => void,
): Expression {
  return eachText(value, compared, (text) => {
    const key = (compared.isColumn ? scope.columnOption : scope.option)?.(compared.path, text)
    if (key === null) unknown(text)
    return key ?? text
  })
}

/** An expression with options by the names that people know, for text that is read again. */
export function withOptionNames(expression: Expression, scope: LabelledScope): Expression {
  if (isList(expression)) return expression.map((each) => withOptionNames(each, scope))
  if (!isOperation(expression)) return expression
  const { name, args } = operatorOf(expression)
  if (name === 'var' || name === 'column') return expression
  const compared = comparedValues(name, args)
  const named = (value: Expression, at: ComparedValue) =>
    eachText(value, at, (key) => {
      const { path, isColumn } = at
      const label = (isColumn ? scope.columnOptionLabel : scope.optionLabel)?.(path, key)
      const again = label && (isColumn ? scope.columnOption : scope.option)?.(path, label)
      return label !== undefined && again === key ? label : key
    })
  return {
    [name]: args.map((arg, position) => {
      const at = compared.find((each) => each.position === position)
      return at === undefined || isOperation(arg) ? withOptionNames(arg, scope) : named(arg, at)
    }),
  }
}
