import type { SyntaxNode } from '@lezer/common'
import { ANY_SCOPE, analyse } from '../analyse.ts'
import { Decimal } from '../decimal.ts'
import type { Expression } from '../expression.ts'
import type { ProblemCode, ProblemParams, TextProblem } from '../problem.ts'
import { findOperation } from '../operations/index.ts'
import type { Scope } from '../scope.ts'
import { operationOfFunction, valueOfWord } from './function-names.ts'
import { infixes, operationOfSign } from './infix.ts'
import type { Located } from './located.ts'
import { comparedValues, optionKeys } from './option-names.ts'
import { resolveColumn, resolveField } from './resolve-field.ts'

export interface Reading {
  readonly text: string
  readonly scope: Scope | undefined
  readonly problems: TextProblem[]
}

const EXPRESSIONS = new Set(['Number', 'Text', 'Field', 'Call', 'List', 'Group', 'Negation', 'Binary'])

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

function expressionsIn(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter((child) => EXPRESSIONS.has(child.name))
}

function textOf(node: SyntaxNode, reading: Reading): string {
  return reading.text.slice(node.from, node.to)
}

function report(reading: Reading, code: ProblemCode, node: SyntaxNode, params: ProblemParams = {}): void {
  reading.problems.push({ code, from: node.from, to: node.to, params })
}

function leaf(node: SyntaxNode, expression: Expression): Located {
  return { expression, from: node.from, to: node.to, children: [] }
}

function operation(node: SyntaxNode, name: string, children: readonly Located[]): Located {
  const expression = { [name]: children.map((child) => child.expression) }
  return { expression, from: node.from, to: node.to, children }
}

/** Options are written as people call them and stored by their keys, which stay when labels change. */
function withOptions(name: string, args: readonly Located[], reading: Reading): readonly Located[] {
  const { scope, problems } = reading
  if (scope === undefined) return args
  const compared = comparedValues(
    name,
    args.map((arg) => arg.expression),
  )
  return args.map((arg, position) => {
    const at = compared.find((each) => each.position === position)
    if (at === undefined) return arg
    const { from, to } = arg
    const expression = optionKeys(arg.expression, at, scope, (option) =>
      problems.push({ code: 'unknownOption', from, to, params: { option: option.slice(0, 100) } }),
    )
    return { ...arg, expression }
  })
}

const READABLE_NUMBER = /^\d{1,30}(\.\d{1,20})?$/

/** Numbers that a JSON number cannot hold exactly are kept as text. */
function readNumber(node: SyntaxNode, reading: Reading): Located {
  const text = textOf(node, reading)
  const number = Number(text)
  if (!READABLE_NUMBER.test(text)) {
    report(reading, 'badNumber', node)
    return leaf(node, null)
  }
  if (new Decimal(text).equals(new Decimal(number))) return leaf(node, number)
  return operation(node, 'value', [leaf(node, text)])
}

function readText(node: SyntaxNode, reading: Reading): Located {
  const written = textOf(node, reading)
  const inner = written.slice(1, -1)
  return leaf(node, written.startsWith('"') ? inner.replaceAll('""', '"') : inner)
}

function namesIn(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter((child) => child.name === 'Name' || child.name === 'Label')
}

function segmentsOf(names: readonly SyntaxNode[], reading: Reading): string[] {
  return names.map((child) => {
    const text = textOf(child, reading)
    return child.name === 'Label' ? text.slice(1, -1) : text
  })
}

/** `Payments.Amount` where a function looks through another form. */
function readColumn(node: SyntaxNode, reading: Reading): Located {
  const names = namesIn(node)
  const resolved = resolveColumn(segmentsOf(names, reading), reading.scope)
  if ('path' in resolved && resolved.path.length > 1) return leaf(node, { column: resolved.path.join('.') })
  if ('path' in resolved) report(reading, 'needsColumn', node, { form: resolved.path[0] ?? '' })
  else if ('unknownForm' in resolved)
    report(reading, 'unknownForm', names[0] ?? node, { form: resolved.unknownForm })
  else report(reading, 'ambiguousField', node, { field: resolved.ambiguous })
  return leaf(node, null)
}

function readField(node: SyntaxNode, reading: Reading): Located {
  const names = namesIn(node)
  const first = names[0]
  const word = names.length === 1 && first?.name === 'Name' ? valueOfWord(textOf(first, reading)) : undefined
  if (word !== undefined) return leaf(node, word)
  const resolved = resolveField(segmentsOf(names, reading), reading.scope)
  if ('path' in resolved) return leaf(node, { var: resolved.path.join('.') })
  report(reading, 'ambiguousField', node, { field: resolved.ambiguous })
  return leaf(node, null)
}

function readCall(node: SyntaxNode, reading: Reading): Located {
  const nameNode = node.firstChild ?? node
  const name = operationOfFunction(textOf(nameNode, reading))
  const found = name && findOperation(name)
  const isColumn = (child: SyntaxNode, index: number) =>
    child.name === 'Field' && found !== undefined && 'columns' in found && found.columns(index)
  const args = expressionsIn(node).map((child, index) =>
    isColumn(child, index) ? readColumn(child, reading) : readNode(child, reading),
  )
  if (name) {
    const given = name === 'concat' ? args.map((arg) => asText(arg, reading)) : args
    return operation(node, name, withOptions(name, given, reading))
  }
  report(reading, 'unknownFunction', nameNode, { function: textOf(nameNode, reading).slice(0, 100) })
  return leaf(node, null)
}

function readNegation(node: SyntaxNode, reading: Reading): Located {
  const operand = expressionsIn(node)[0]
  if (!operand) return leaf(node, null)
  const inner = readNode(operand, reading)
  if (operand.name === 'Number' && typeof inner.expression === 'number') return leaf(node, -inner.expression)
  return operation(node, 'neg', [inner])
}

/** `&` joins anything: what is no text is written out. */
function asText(located: Located, reading: Reading): Located {
  const { kind } = analyse(located.expression, reading.scope ?? ANY_SCOPE).node.type
  // A record is no text: written out it would be its id, so the check asks for one of its fields.
  const isText = ['text', 'any', 'null', 'list', 'record'].includes(kind)
  if (isText) return located
  return { ...located, expression: { text: [located.expression] }, children: [located] }
}

const isMoment = (kind: string): boolean => kind === 'date' || kind === 'dateTime'

/** As in spreadsheets: a date less another is the days between them, and a date and a number the date so many days on. */
function ofDays(node: SyntaxNode, name: string, first: Located, second: Located, reading: Reading) {
  if ((name !== 'sub' && name !== 'add') || reading.scope === undefined) return undefined
  const kindOf = ({ expression }: Located) => analyse(expression, reading.scope ?? ANY_SCOPE).node.type.kind
  const [left, right] = [kindOf(first), kindOf(second)]
  if (name === 'sub' && isMoment(left) && isMoment(right)) return operation(node, 'days', [first, second])
  const later = (date: Located, count: Located, days: Expression): Located => ({
    ...operation(node, 'dateAdd', [date, count]),
    expression: { dateAdd: [date.expression, days, 'day'] },
  })
  if (isMoment(left) && right === 'number')
    return later(first, second, name === 'add' ? second.expression : negative(second.expression))
  return name === 'add' && left === 'number' && isMoment(right)
    ? { ...later(second, first, first.expression), children: [second, first] }
    : undefined
}

const negative = (count: Expression): Expression => (typeof count === 'number' ? -count : { neg: [count] })

function readBinary(node: SyntaxNode, reading: Reading): Located {
  const [left, right] = expressionsIn(node)
  const sign = childrenOf(node).find((child) => !EXPRESSIONS.has(child.name) && !child.type.isError)
  const name = sign && operationOfSign(textOf(sign, reading))
  if (!left || !right || !name) return leaf(node, null)
  const [first, second] = [readNode(left, reading), readNode(right, reading)]
  const prepare = (located: Located) => (name === 'concat' ? asText(located, reading) : located)
  const continues =
    infixes.get(name)?.chains && left.name === 'Binary' && isOperationNamed(first.expression, name)
  return (
    ofDays(node, name, first, second, reading) ??
    operation(
      node,
      name,
      withOptions(name, [...(continues ? first.children : [prepare(first)]), prepare(second)], reading),
    )
  )
}

function isOperationNamed(expression: Expression, name: string): boolean {
  return typeof expression === 'object' && expression !== null && Object.hasOwn(expression, name)
}

/** Reads one node of the syntax tree; depth has been checked. */
export function readNode(node: SyntaxNode, reading: Reading): Located {
  if (node.name === 'Number') return readNumber(node, reading)
  if (node.name === 'Text') return readText(node, reading)
  if (node.name === 'Field') return readField(node, reading)
  if (node.name === 'Call') return readCall(node, reading)
  if (node.name === 'Negation') return readNegation(node, reading)
  if (node.name === 'Binary') return readBinary(node, reading)
  const inner = expressionsIn(node).map((child) => readNode(child, reading))
  if (node.name === 'List')
    return { expression: inner.map((item) => item.expression), from: node.from, to: node.to, children: inner }
  return inner[0] ?? leaf(node, null)
}
