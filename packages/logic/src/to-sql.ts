import { analyse } from './analyse.ts'
import { compileTyped } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { findLimitProblem } from './limits.ts'
import type { EvaluationContext, NoSqlReason, SqlArg, SqlCall, SqlMode, SqlRows } from './operation.ts'
import { findOperation } from './operations/index.ts'
import type { Problem } from './problem.ts'
import { contextType } from './scope.ts'
import { joinSql, param, sql } from './sql/fragment.ts'
import type { SqlFragment, SqlValue } from './sql/fragment.ts'
import { sqlTypeOf } from './sql/pieces.ts'
import { plainRows, plainSql } from './sql/plain-of-rich.ts'
import type { ListNode, OperationNode, TypedNode } from './typed-node.ts'
import { numberOf } from './value.ts'
import type { Value } from './value.ts'
import { BOOLEAN, listOf } from './value-type.ts'
import type { ValueType } from './value-type.ts'

/** A column or a parenthesised SQL expression, with what it holds; numbers must be `numeric`, records `uuid`. */
export interface SqlColumn {
  readonly sql: SqlFragment
  readonly type: ValueType
}

/** `select` of one column of line items; `order by …` for operations to which the order of rows matters. */
export interface SqlList {
  readonly from: SqlFragment
  readonly order?: SqlFragment
  readonly type: ValueType
}

export interface SqlResolver {
  /** The column of a path, joined by the caller; undefined when the path is unknown or not allowed. */
  column(path: readonly string[]): SqlColumn | undefined
  /** For a path through line items: `select` of one column with the values, correlated to the record; type of one value. */
  list?(path: readonly string[]): SqlList | undefined
  /** Records of another form, with aliases of their own at every call. */
  rows?(form: string): SqlRows | undefined
  /** Type of one value of another form's column. */
  columnType?(path: readonly string[]): ValueType | undefined
  readonly context: EvaluationContext
}

export type SqlResult =
  | { readonly ok: true; readonly sql: SqlFragment; readonly type: ValueType }
  | { readonly ok: false; readonly problems: readonly Problem[] }

interface Compilation extends SqlResolver {
  readonly problems: Problem[]
}

/** Nothing in it depends on the record, so its value is computed here and bound: columns stay bare beside it. */
function isKnown(node: TypedNode): boolean {
  if (node.kind === 'literal') return true
  if (node.kind === 'path') return contextType(node.path) !== undefined
  if (node.kind === 'list') return node.items.every(isKnown)
  return node.kind === 'operation' && node.figure === undefined && node.args.every(isKnown)
}

function bound(value: Value, type: ValueType): SqlFragment {
  if (Array.isArray(value)) {
    const texts = (value as readonly Value[]).flatMap((each) => (each === null ? [] : [String(each)]))
    return param(texts, sqlTypeOf(type), true)
  }
  if (value === null && type.kind === 'list') return param(null, sqlTypeOf(type), true)
  if (value === null && (type.kind === 'null' || type.kind === 'any')) return sql`null`
  const number = type.kind === 'number' ? numberOf(value) : null
  return param(number ? number.toFixed() : (value as SqlValue), sqlTypeOf(type))
}

function refuse(node: TypedNode, reason: NoSqlReason, compilation: Compilation): SqlFragment {
  const operator = node.kind === 'operation' || node.kind === 'standard' ? node.name : 'var'
  compilation.problems.push({ code: 'noSql', pointer: node.pointer, params: { reason, operator } })
  return sql`null`
}

function listValue(node: ListNode, compilation: Compilation): SqlFragment {
  const items = node.items.map((item) => argument(item, compilation).value())
  return sql`array[${joinSql(items, sql`, `)}]`
}

function operationSql(node: OperationNode, mode: SqlMode, compilation: Compilation): SqlFragment {
  const operation = findOperation(node.name)
  if (!operation) return refuse(node, 'standardOperator', compilation)
  if (typeof operation.sql === 'string') return refuse(node, operation.sql, compilation)
  const args = node.args.map((arg) => argument(arg, compilation))
  const call: SqlCall = {
    args,
    arg: (index) => {
      const found = args[index]
      if (!found) throw new RangeError(`${node.name} has no argument ${index}`)
      return found
    },
    mode,
    type: node.type,
    context: compilation.context,
    rows: (form) => compilation.rows?.(form),
    argOf: (part) => argument(part, compilation),
    refuse: (reason) => refuse(node, reason, compilation),
  }
  return sql`(${operation.sql(call)})`
}

function nodeSql(node: TypedNode, mode: SqlMode, compilation: Compilation): SqlFragment {
  if (node.kind === 'list') return listValue(node, compilation)
  if (node.kind === 'operation') return operationSql(node, mode, compilation)
  if (node.kind !== 'path')
    return refuse(
      node,
      node.kind === 'standard' && node.name === 'var' ? 'defaultValue' : 'standardOperator',
      compilation,
    )
  const column = compilation.column(node.path)
  return column ? plainSql(column) : refuse(node, 'list', compilation)
}

function rowsSql(node: TypedNode, compilation: Compilation, ordered: boolean): SqlFragment {
  const list =
    node.kind === 'path' && !compilation.column(node.path) ? compilation.list?.(node.path) : undefined
  if (list) return plainRows(list.type, ordered && list.order ? sql`${list.from} ${list.order}` : list.from)
  return sql`select unnest(${argument(node, compilation).value()})`
}

function knownValue(node: TypedNode, context: EvaluationContext): Value {
  const value = compileTyped(node)({}, context)
  return value === '' ? null : value
}

function argument(node: TypedNode, compilation: Compilation): SqlArg {
  const known = isKnown(node) ? { value: knownValue(node, compilation.context) } : undefined
  const made: Partial<Record<SqlMode, SqlFragment>> = {}
  const make = (mode: SqlMode) =>
    (made[mode] ??= known ? bound(known.value, node.type) : nodeSql(node, mode, compilation))
  return {
    node,
    type: node.type,
    literal: known,
    value: () => make('value'),
    test: () => make('test'),
    rows: () => rowsSql(node, compilation, false),
    orderedRows: () => rowsSql(node, compilation, true),
  }
}

function resolve(resolver: SqlResolver, path: readonly string[]): ValueType | undefined {
  const list = resolver.list?.(path)
  return resolver.column(path)?.type ?? (list && listOf(list.type))
}

function compileSql(expression: Expression, resolver: SqlResolver, mode: SqlMode): SqlResult {
  const limit = findLimitProblem(expression)
  if (limit) return { ok: false, problems: [limit] }
  const { node, problems } = analyse(expression, {
    resolve: (path) => resolve(resolver, path),
    fields: () => [],
    ...(resolver.columnType && { column: (path) => resolver.columnType?.(path) }),
  })
  if (problems.length > 0) return { ok: false, problems }
  if (mode === 'test' && node.type.kind !== 'boolean') {
    const params = { expected: BOOLEAN.kind, actual: node.type.kind }
    return { ok: false, problems: [{ code: 'wrongType', pointer: '', params }] }
  }
  const compilation: Compilation = { ...resolver, problems }
  const root = argument(node, compilation)
  const fragment = mode === 'test' ? root.test() : root.value()
  return problems.length > 0 ? { ok: false, problems } : { ok: true, sql: fragment, type: node.type }
}

/** The value of an expression in SQL: the same answer as `evaluate`, null kept apart from false. */
export function toSql(expression: Expression, resolver: SqlResolver): SqlResult {
  return compileSql(expression, resolver, 'value')
}

/** A condition for `where`: null counts as false and columns stay bare, so that indexes serve. */
export function toSqlCondition(expression: Expression, resolver: SqlResolver): SqlResult {
  return compileSql(expression, resolver, 'test')
}

/** `toSqlCondition` negated: true exactly where the condition does not hold, null included. */
export function toSqlNegation(expression: Expression, resolver: SqlResolver): SqlResult {
  return toSqlCondition({ '!': [expression] }, resolver)
}
