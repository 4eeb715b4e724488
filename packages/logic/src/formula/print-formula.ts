import { Decimal } from '../decimal.ts'
import { isList, isOperation, operatorOf } from '../expression.ts'
import type { Expression } from '../expression.ts'
import { findLimitProblem } from '../limits.ts'
import { findOperation } from '../operations/index.ts'
import { valueOfWord } from './function-names.ts'
import { LEVELS, infixes } from './infix.ts'
import type { Infix } from './infix.ts'

/** What fields are called instead of by their keys; such text is for reading, not for parsing. */
type Naming = (path: readonly string[], isColumn: boolean) => string

/** Text with the level of its outermost sign; undefined where formula text has no way to say it. */
type Printed = { readonly text: string; readonly level: number } | undefined

/** What may stand in formula text without brackets around it. */
export const NAME =
  /^[a-zA-Z_$\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{1fff}\u{3040}-\u{d7ff}\u{f900}-\u{fdff}\u{10000}-\u{3ffff}][a-zA-Z0-9_$\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{1fff}\u{3040}-\u{d7ff}\u{f900}-\u{fdff}\u{10000}-\u{3ffff}]*$/u

function atom(text: string): Printed {
  return { text, level: LEVELS.atom }
}

function printPath(args: readonly Expression[], naming: Naming | undefined, isColumn = false): Printed {
  const [path] = args
  if (typeof path !== 'string' || path === '' || /[[\]]/.test(path) || args.length > 1) return undefined
  const segments = path.split('.')
  if (naming) return atom(naming(segments, isColumn))
  const isWord = segments.length === 1 && valueOfWord(path) !== undefined
  if (segments.includes('')) return undefined
  return atom(segments.map((name) => (NAME.test(name) && !isWord ? name : `[${name}]`)).join('.'))
}

function printLiteral(value: string | number | boolean | null): Printed {
  if (typeof value === 'string') return atom(`"${value.replaceAll('"', '""')}"`)
  if (typeof value !== 'number') return atom(value === null ? 'NULL' : String(value).toUpperCase())
  const text = new Decimal(value).toFixed()
  return { text, level: value < 0 ? LEVELS.unary : LEVELS.atom }
}

function printAll(items: readonly Expression[], naming: Naming | undefined): string[] | undefined {
  const printed = items.map((item) => print(item, naming)?.text)
  return printed.every((text) => text !== undefined) ? printed : undefined
}

function enclosed(printed: { text: string; level: number }, least: number): string {
  return printed.level >= least ? printed.text : `(${printed.text})`
}

function printInfix(
  name: string,
  infix: Infix,
  args: readonly Expression[],
  naming: Naming | undefined,
): Printed {
  const parts = args.map((arg, index) => {
    const printed = print(arg, naming)
    if (!printed) return undefined
    // A chain in the first place would run into this one, so it keeps its brackets.
    const isChain = infix.chains && isOperation(arg) && operatorOf(arg).name === name
    return enclosed(printed, index === 0 && !isChain ? infix.level : infix.level + 1)
  })
  if (parts.includes(undefined)) return undefined
  return { text: parts.join(` ${infix.sign} `), level: infix.level }
}

function printNegation(arg: Expression, naming: Naming | undefined): Printed {
  const printed = print(arg, naming)
  if (!printed) return undefined
  const operand = typeof arg === 'number' && arg >= 0 ? `(${printed.text})` : enclosed(printed, LEVELS.unary)
  return { text: `-${operand}`, level: LEVELS.unary }
}

function print(expression: Expression, naming: Naming | undefined): Printed {
  if (isList(expression)) {
    const items = printAll(expression, naming)
    return items && atom(`{${items.join(', ')}}`)
  }
  if (typeof expression !== 'object' || expression === null) return printLiteral(expression)
  if (!isOperation(expression)) return undefined
  const { name, args } = operatorOf(expression)
  if (name === 'var') return printPath(args, naming)
  if (name === 'column') return printPath(args, naming, true)
  const infix = infixes.get(name)
  if (infix && (args.length === 2 || (infix.chains && args.length > 2)))
    return printInfix(name, infix, args, naming)
  if (name === 'neg' && args.length === 1) return printNegation(args[0] as Expression, naming)
  const operation = findOperation(name)
  const printed = operation && printAll(args, naming)
  return printed && atom(`${operation.formula.name}(${printed.join(', ')})`)
}

/**
 * Formula text of an expression, with field keys as names: `parseFormula` reads the same expression from it.
 * Undefined for what formulas have no words for: standard JSON Logic operators and default values of `var`.
 */
export function printFormula(expression: Expression, naming?: Naming): string | undefined {
  return findLimitProblem(expression) ? undefined : print(expression, naming)?.text
}
