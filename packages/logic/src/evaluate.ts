import { ANY_SCOPE, analyse } from './analyse.ts'
import { Decimal, formatDecimal } from './decimal.ts'
import type { Expression } from './expression.ts'
import { step } from './frame.ts'
import type { Frame } from './frame.ts'
import { runStandard, withCountedLoops } from './json-logic.ts'
import { findLimitProblem } from './limits.ts'
import type { EvaluationContext } from './operation.ts'
import { findOperation } from './operations/index.ts'
import { ExpressionError } from './problem.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { readFigure } from './figures.ts'
import { asText, readVariable, readWhole } from './read-path.ts'
import type { Scope } from './scope.ts'
import { holdsRichText, plainValue } from './semantics/plain-of-rich.ts'
import type { OperationNode, PathNode, TypedNode } from './typed-node.ts'
import { isTruthy, leave } from './value.ts'
import type { Value } from './value.ts'
import type { ValueType } from './value-type.ts'

/** Values by field key, as the API carries them. */
export type Data = { readonly [key: string]: unknown }

/** Answers decimals as plain decimal strings, dates and instants as the API writes them, and null for empty. */
export type CompiledExpression = (data: Data, context: EvaluationContext) => Value

type Run = (frame: Frame) => Value

/** What is refused even when no type is known: it would not run, or not safely. */
const FATAL: ReadonlySet<ProblemCode> = new Set([
  'unknownOperator',
  'notAnOperation',
  'forbiddenName',
  'wrongCount',
])

/** JSON Logic itself takes any number of arguments; so do its operators when they run. */
function isStandardCount({ code, params }: Problem): boolean {
  return code === 'wrongCount' && ['and', 'or', 'if', '!', 'in'].includes(String(params['operator']))
}

/** Is told what every part that was reached gave; what is not chosen by a condition is not reached. */
export type Watch = (node: TypedNode, value: Value) => void

/** How a run looks at values. */
interface Looks {
  readonly watch?: Watch | undefined
  /** The answer keeps its parts if it is a value of several. */
  readonly whole?: boolean
}

function compileOperation(node: OperationNode, { watch, whole }: Looks): Run {
  const operation = findOperation(node.name)
  if (!operation) throw new ExpressionError({ code: 'unknownOperator', pointer: node.pointer, params: {} })
  const { figure } = node
  if (figure !== undefined) return (frame) => readFigure(frame.data, figure)
  const args = node.args.map((arg, index) => {
    const passes = whole === true && operation.passes?.(index, node.args.length) === true
    return compileNode(arg, { watch, whole: passes })
  })
  if ('columns' in operation) return () => null
  if ('evaluateLazily' in operation)
    return (frame) => step(frame, operation.evaluateLazily(args.map((arg) => () => arg(frame))), node.pointer)
  const types = node.args.map((arg) => arg.type)
  return (frame) =>
    step(
      frame,
      operation.evaluate(
        args.map((arg) => arg(frame)),
        frame.context,
        types,
      ),
      node.pointer,
    )
}

function compilePath({ path, type }: PathNode, whole: boolean): Run {
  if (whole) return ({ data, context }) => readWhole(data, context, path) ?? null
  const read = ({ data, context }: Frame) => readVariable(data, context, path) ?? null
  if (holdsRichText(type)) return (frame) => plainValue(read(frame))
  if (type.kind !== 'list' || type.of.kind !== 'text' || type.of.whole === undefined) return read
  return (frame) => {
    const values = read(frame)
    return Array.isArray(values) ? values.map((value: Value) => asText(value)) : values
  }
}

function compilePlain(node: TypedNode, { watch, whole = false }: Looks): Run {
  if (node.kind === 'literal') return () => node.value
  if (node.kind === 'path') return compilePath(node, whole)
  if (node.kind === 'column') return () => null
  if (node.kind === 'operation') return compileOperation(node, { watch, whole })
  if (node.kind === 'list') {
    const items = node.items.map((item) => compileNode(item, { watch, whole }))
    return (frame) => items.map((item) => item(frame))
  }
  const counted = withCountedLoops(node.expression)
  return (frame) => runStandard(counted, frame)
}

function compileNode(node: TypedNode, looks: Looks): Run {
  const { watch } = looks
  const run = compilePlain(node, looks)
  if (watch === undefined) return run
  return (frame) => {
    const value = run(frame)
    watch(node, inOneForm(leave(value), node.type))
    return value
  }
}

/** A typed expression as a function; used where the types are known already. */
export function compileTyped(node: TypedNode, looks: Looks = {}): CompiledExpression {
  const run = compileNode(node, looks)
  return (data, context) => leave(run({ data: data as Value, context, steps: 0 }))
}

/** With known types an answer has one form: numbers are decimal strings and empty text is null. */
function inOneForm(value: Value, type: ValueType): Value {
  if (type.kind === 'text' && value === '') return null
  return type.kind === 'number' && typeof value === 'number' ? formatDecimal(new Decimal(value)) : value
}

function compile(expression: Expression, scope: Scope, whole: boolean): CompiledExpression {
  const limit = findLimitProblem(expression)
  if (limit) throw new ExpressionError(limit)
  const { node, problems } = analyse(expression, scope)
  const fatal = problems.find((problem) => FATAL.has(problem.code) && !isStandardCount(problem))
  if (fatal) throw new ExpressionError(fatal)
  const run = compileTyped(node, { whole })
  if (scope === ANY_SCOPE || node.kind === 'standard') return run
  return (data, context) => inOneForm(run(data, context), node.type)
}

/** Compiles an expression once, as long as expression and scope live. */
function compilerOf(whole: boolean): (expression: Expression, scope: Scope) => CompiledExpression {
  const compiled = new WeakMap<object, WeakMap<Scope, CompiledExpression>>()
  return (expression, scope) => {
    if (typeof expression !== 'object' || expression === null) return compile(expression, scope, whole)
    const byScope = compiled.get(expression) ?? new WeakMap<Scope, CompiledExpression>()
    compiled.set(expression, byScope)
    const known = byScope.get(scope)
    if (known) return known
    const fresh = compile(expression, scope, whole)
    byScope.set(scope, fresh)
    return fresh
  }
}

const compilers = { plain: compilerOf(false), whole: compilerOf(true) }

/**
 * An expression as a function, kept as long as expression and scope live. Give the scope wherever there is one: with
 * it "1.10" and "1.1" are two texts but one number. Throws `ExpressionError` for what `checkExpression` refuses.
 */
export function compileExpression(expression: Expression, scope: Scope = ANY_SCOPE): CompiledExpression {
  return compilers.plain(expression, scope)
}

/** The same for a field of several parts: what is taken over from another such field keeps its parts. */
export function compileWhole(expression: Expression, scope: Scope = ANY_SCOPE): CompiledExpression {
  return compilers.whole(expression, scope)
}

/** The value of an expression for a record. Throws `ExpressionError` as `compileExpression` does, or over a limit. */
export function evaluate(
  expression: Expression,
  data: Data,
  context: EvaluationContext,
  scope?: Scope,
): Value {
  return compileExpression(expression, scope)(data, context)
}

/** The answer of a condition: true or false, never null. */
export function evaluateCondition(
  expression: Expression,
  data: Data,
  context: EvaluationContext,
  scope?: Scope,
): boolean {
  return isTruthy(evaluate(expression, data, context, scope))
}
