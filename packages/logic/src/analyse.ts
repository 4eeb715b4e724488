import { isList, isOperation, operatorOf, pointerSegment } from './expression.ts'
import type { Expression, OperationExpression } from './expression.ts'
import { isForbiddenName } from './limits.ts'
import type { Call, Operation } from './operation.ts'
import { findOperation } from './operations/index.ts'
import type { Problem, ProblemCode, ProblemParams } from './problem.ts'
import { contextType } from './scope.ts'
import type { Scope } from './scope.ts'
import { LOOPS, standardType } from './standard-operators.ts'
import type { TypedNode } from './typed-node.ts'
import { ANY, BOOLEAN, NULL, NUMBER, TEXT, commonType, listOf } from './value-type.ts'
import type { ValueType } from './value-type.ts'

/** A scope in which every path exists and nothing is known about it. */
export const ANY_SCOPE: Scope = { resolve: () => ANY, fields: () => [], column: () => ANY }

interface Analysis {
  readonly scope: Scope
  readonly problems: Problem[]
  /** The place asks for a column of another form. */
  readonly wantsColumn?: boolean
}

function report(analysis: Analysis, code: ProblemCode, pointer: string, params: ProblemParams = {}): void {
  analysis.problems.push({ code, pointer, params })
}

function analyseLiteral(value: string | number | boolean | null, pointer: string): TypedNode {
  const types = { string: TEXT, number: NUMBER, boolean: BOOLEAN, object: NULL }
  return { kind: 'literal', value, pointer, type: types[typeof value as keyof typeof types] }
}

function analyseList(items: readonly Expression[], pointer: string, analysis: Analysis): TypedNode {
  const inside = { ...analysis, wantsColumn: false }
  const nodes = items.map((item, index) => analyseNode(item, pointer + pointerSegment(index), inside))
  const of = nodes.reduce<ValueType>((common, node) => commonType(common, node.type) ?? ANY, NULL)
  return { kind: 'list', items: nodes, pointer, type: listOf(nodes.length === 0 ? ANY : of) }
}

function analysePath(expression: OperationExpression, pointer: string, analysis: Analysis): TypedNode {
  const { args } = operatorOf(expression)
  const given = args[0] ?? ''
  if (typeof given !== 'string' && typeof given !== 'number') {
    report(analysis, 'computedPath', pointer)
    return standardNode('var', expression, [], ANY, pointer)
  }
  if (given === '') {
    if (analysis.scope !== ANY_SCOPE) report(analysis, 'unknownField', pointer, { field: '' })
    return standardNode('var', expression, [], ANY, pointer)
  }
  const path = String(given).split('.')
  const forbidden = path.find(isForbiddenName)
  if (forbidden !== undefined) report(analysis, 'forbiddenName', pointer, { name: forbidden })
  const type = contextType(path) ?? analysis.scope.resolve(path)
  if (!type) report(analysis, 'unknownField', pointer, { field: path.join('.') })
  if (args.length < 2) return { kind: 'path', path, pointer, type: type ?? ANY }
  const fallback = analyseNode(args[1] as Expression, `${pointer}/var/1`, analysis)
  return standardNode('var', expression, [fallback], type ?? ANY, pointer)
}

function analyseColumn(expression: OperationExpression, pointer: string, analysis: Analysis): TypedNode {
  const given = operatorOf(expression).args[0]
  const path = typeof given === 'string' ? given.split('.') : []
  const { scope } = analysis
  const forbidden = path.find(isForbiddenName)
  if (forbidden !== undefined) report(analysis, 'forbiddenName', pointer, { name: forbidden })
  const type = path.length < 2 ? undefined : scope.column?.(path)
  if (analysis.wantsColumn !== true) report(analysis, 'columnAlone', pointer)
  else if (scope.column === undefined) report(analysis, 'formsNotHere', pointer)
  else if (!type) report(analysis, 'unknownField', pointer, { field: path.join('.') })
  return { kind: 'column', path, pointer, type: type ?? ANY }
}

/** Columns where the operation asks for them, all of one form. */
function checkColumns(operation: Operation, args: readonly TypedNode[], analysis: Analysis): void {
  if (!('columns' in operation)) return
  const [form] = args.flatMap((node) => (node.kind === 'column' ? node.path[0] : []))
  for (const [index, node] of args.entries()) {
    if (!operation.columns(index)) continue
    if (node.kind !== 'column') report(analysis, 'needsColumn', node.pointer)
    else if (node.path[0] !== form) report(analysis, 'otherForm', node.pointer, { form: node.path[0] ?? '' })
  }
}

function standardNode(
  name: string,
  expression: Expression,
  args: readonly TypedNode[],
  type: ValueType,
  pointer: string,
): TypedNode {
  return { kind: 'standard', name, expression, args, type, pointer }
}

function analyseArgs(expression: OperationExpression, pointer: string, analysis: Analysis): TypedNode[] {
  const { name, args } = operatorOf(expression)
  const inside = isList(expression[name] as Expression) ? (index: number) => pointerSegment(index) : () => ''
  const operation = findOperation(name)
  const wantsColumn = (index: number) =>
    operation !== undefined && 'columns' in operation && operation.columns(index)
  return args.map((arg, index) => {
    // Inside a loop paths are read from the element, about which nothing is known.
    const scope = LOOPS.has(name) && index === 1 ? ANY_SCOPE : analysis.scope
    const scoped = { ...analysis, scope, wantsColumn: wantsColumn(index) }
    return analyseNode(arg, pointer + pointerSegment(name) + inside(index), scoped)
  })
}

function analyseCall(
  expression: OperationExpression,
  operation: Operation,
  args: readonly TypedNode[],
  pointer: string,
  analysis: Analysis,
): TypedNode {
  const { name } = operatorOf(expression)
  const [least, most] = operation.arity
  if (args.length < least || args.length > most) {
    report(analysis, 'wrongCount', pointer, { operator: name, least, most, actual: args.length })
    return standardNode(name, expression, args, ANY, pointer)
  }
  checkColumns(operation, args, analysis)
  const call: Call = {
    name,
    args,
    pointer,
    report: (code, node, params) => report(analysis, code, node?.pointer ?? pointer, params),
  }
  if (analysis.scope.asSql && typeof operation.sql === 'string')
    report(analysis, 'noSql', pointer, { reason: operation.sql, operator: name })
  const node = { kind: 'operation', name, args, type: operation.check(call), pointer } as const
  return 'columns' in operation ? { ...node, figure: JSON.stringify(expression) } : node
}

function analyseNode(expression: Expression, pointer: string, analysis: Analysis): TypedNode {
  if (isList(expression)) return analyseList(expression, pointer, analysis)
  if (typeof expression !== 'object' || expression === null) return analyseLiteral(expression, pointer)
  if (!isOperation(expression)) {
    report(analysis, 'notAnOperation', pointer)
    return standardNode('', null, [], ANY, pointer)
  }
  const { name } = operatorOf(expression)
  if (name === 'var') return analysePath(expression, pointer, analysis)
  if (name === 'column') return analyseColumn(expression, pointer, analysis)
  const operation = findOperation(name)
  const standard = standardType(name)
  if (!operation && !standard) {
    report(analysis, 'unknownOperator', pointer, { operator: name.slice(0, 100) })
    return standardNode(name, null, [], ANY, pointer)
  }
  const args = analyseArgs(expression, pointer, analysis)
  if (operation) return analyseCall(expression, operation, args, pointer, analysis)
  return standardNode(name, expression, args, standard ?? ANY, pointer)
}

/** Gives every place a type and collects all problems. The size must have been checked: this walks recursively. */
export function analyse(expression: Expression, scope: Scope): { node: TypedNode; problems: Problem[] } {
  const analysis: Analysis = { scope, problems: [] }
  return { node: analyseNode(expression, '', analysis), problems: analysis.problems }
}
