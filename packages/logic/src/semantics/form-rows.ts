import type { Call, SqlArg, SqlCall, SqlRows } from '../operation.ts'
import { joinSql, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { coerce } from '../typing.ts'
import type { LiteralNode, TypedNode } from '../typed-node.ts'
import { ANY, listOf, TEXT, typeName } from '../value-type.ts'
import type { ValueKind, ValueType } from '../value-type.ts'

const ORDERED: readonly ValueKind[] = ['number', 'date', 'dateTime', 'time', 'any']
const WRITTEN = /^(<>|<=|>=|=|<|>)(.*)$/s

type Sign = '=' | '<>' | '<' | '<=' | '>' | '>='

/** What a column is held against; without a value whether it is empty. */
interface Criterion {
  readonly sign: Sign
  readonly value: TypedNode | undefined
}

/** `">=100"`, `">=" & start`, or a plain value that must be the same. */
function criterionOf(node: TypedNode): Criterion {
  if (node.kind === 'literal' && typeof node.value === 'string') {
    const [, sign, rest = ''] = WRITTEN.exec(node.value) ?? []
    const text: LiteralNode = { kind: 'literal', value: rest, type: TEXT, pointer: node.pointer }
    if (sign !== undefined) return { sign: sign as Sign, value: rest === '' ? undefined : text }
  }
  if (node.kind !== 'operation' || node.name !== 'concat' || node.args.length !== 2)
    return { sign: '=', value: node }
  const [first, second] = node.args
  const written = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : ''
  const [, sign, rest] = WRITTEN.exec(written) ?? []
  if (sign === undefined || rest !== '') return { sign: '=', value: node }
  const isWrittenOut = second?.kind === 'operation' && second.name === 'text' && second.args.length === 1
  return { sign: sign as Sign, value: isWrittenOut ? second.args[0] : second }
}

const columnType = (node: TypedNode | undefined): ValueType => node?.type ?? ANY
const oneOf = (type: ValueType): ValueType => (type.kind === 'list' ? type.of : type)

/** Whether a value fits a column: of the same type, or a list of such. */
function fitsColumn(value: TypedNode, type: ValueType, sign: Sign): boolean {
  if (coerce(value, type)) return true
  return sign === '=' && value.type.kind === 'list' && coerce(value, listOf(type))
}

/** Columns with what they are held against, from an argument on: column, value, column, value. */
export function checkPairs(call: Call, first: number): void {
  if ((call.args.length - first) % 2 !== 0)
    call.report('wrongCount', undefined, {
      operator: call.name,
      least: first + 2,
      most: first + 40,
      actual: call.args.length,
    })
  for (let index = first; index + 1 < call.args.length; index += 2)
    checkPair(call, call.args[index], call.args[index + 1])
}

export function checkPair(call: Call, column: TypedNode | undefined, node: TypedNode | undefined): void {
  if (column?.kind !== 'column' || node === undefined) return
  const type = oneOf(column.type)
  const { sign, value } = criterionOf(node)
  const isOrder = sign !== '=' && sign !== '<>'
  if (isOrder && (value === undefined || !ORDERED.includes(column.type.kind)))
    call.report('wrongLiteral', node, { expected: '=, <>', operator: call.name })
  else if (value !== undefined && !fitsColumn(value, type, sign))
    call.report('wrongType', value, {
      expected: typeName(type),
      actual: typeName(value.type),
      operator: call.name,
    })
}

/** Reports the column unless it holds one value of these kinds; answers its type. */
export function checkMeasured(call: Call, index: number, kinds?: readonly ValueKind[]): ValueType {
  const node = call.args[index]
  const type = columnType(node)
  const fits = kinds === undefined ? type.kind !== 'list' : [...kinds, 'any'].includes(type.kind)
  if (node?.kind === 'column' && !fits)
    call.report('wrongType', node, {
      expected: kinds?.join(', ') ?? 'scalar',
      actual: typeName(type),
      operator: call.name,
    })
  return type
}

const signs: Readonly<Record<Exclude<Sign, '=' | '<>'>, SqlFragment>> = {
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
}

function sameSql(column: SqlFragment, type: ValueType, value: SqlArg): SqlFragment {
  const isOneOf = value.type.kind === 'list'
  if (type.kind === 'list')
    return isOneOf ? sql`${column} && ${value.value()}` : sql`${value.value()} = any(${column})`
  if (isOneOf) return sql`${column} = any(${value.value()})`
  return sql`${column} = ${value.value()}`
}

/** One condition; a value that is empty is met by nothing. */
function conditionSql(
  call: SqlCall,
  column: SqlFragment,
  node: TypedNode,
  criterion: TypedNode,
): SqlFragment {
  const { sign, value } = criterionOf(criterion)
  if (value === undefined) return sign === '=' ? sql`${column} is null` : sql`${column} is not null`
  fitsColumn(value, oneOf(node.type), sign)
  const arg = call.argOf(value)
  if (sign === '=') return sameSql(column, node.type, arg)
  if (sign === '<>')
    return sql`${arg.value()} is not null and (${sameSql(column, node.type, arg)}) is not true`
  return sql`${column} ${signs[sign]} ${arg.value()}`
}

/** The records a call looks through. */
export interface FoundRows {
  readonly rows: SqlRows
  readonly where: SqlFragment
  column(index: number): SqlFragment
}

/** Records of the form of the columns that meet pairs of column and value: places of both among the arguments. */
export function foundRows(
  call: SqlCall,
  pairs: readonly (readonly [column: number, value: number])[],
): FoundRows | undefined {
  const form = call.args.flatMap(({ node }) => (node.kind === 'column' ? node.path[0] : []))[0]
  const rows = form === undefined ? undefined : call.rows(form)
  if (rows === undefined) return undefined
  const column = (index: number): SqlFragment => {
    const { node } = call.arg(index)
    const found = node.kind === 'column' ? rows.column(node.path.slice(1)) : undefined
    return found ?? call.refuse('list')
  }
  const conditions = pairs.map(
    ([at, value]) => sql`(${conditionSql(call, column(at), call.arg(at).node, call.arg(value).node)})`,
  )
  return { rows, column, where: joinSql([rows.where, ...conditions], sql` and `) }
}

/** The pairs that `checkPairs` checks. */
export const pairsFrom = (call: SqlCall, first: number): (readonly [number, number])[] =>
  Array.from({ length: Math.floor((call.args.length - first) / 2) }, (_, pair) => [
    first + pair * 2,
    first + pair * 2 + 1,
  ])

/** One figure over the records that are found. */
export const figureSql =
  (first: number, figure: (value: SqlFragment) => SqlFragment) =>
  (call: SqlCall): SqlFragment => {
    const found = foundRows(call, pairsFrom(call, first))
    if (found === undefined) return call.refuse('list')
    const value = first === 0 ? sql`*` : found.column(0)
    return sql`(select ${figure(value)} from ${found.rows.from} where ${found.where})`
  }

/** The value of the first record in an order; what has nothing to be ordered by comes last. */
export function edgeSql(
  found: FoundRows,
  value: SqlFragment,
  order: { readonly by: readonly SqlFragment[]; readonly backwards: boolean },
): SqlFragment {
  const direction = order.backwards ? sql` desc nulls last` : sql` asc nulls last`
  const by = order.by.map((one) => sql`${one}${direction}`)
  return sql`(select ${value} from ${found.rows.from} where ${found.where} order by ${joinSql(by, sql`, `)} limit 1)`
}
