import type { Expression } from './expression.ts'
import type { ValueType } from './value-type.ts'

export type LiteralValue = string | number | boolean | null

interface Placed {
  readonly pointer: string
}
/** Literals are the only nodes whose type may still be decided by their neighbours: "2026-01-31" beside a date is one. */
export interface LiteralNode extends Placed {
  readonly kind: 'literal'
  value: LiteralValue
  type: ValueType
}
export interface PathNode extends Placed {
  readonly kind: 'path'
  readonly path: readonly string[]
  readonly type: ValueType
}
/** A column of another form, as functions such as SUMIFS look through it; its type is that of one value. */
export interface ColumnNode extends Placed {
  readonly kind: 'column'
  /** Key of the form, then the path from its records. */
  readonly path: readonly string[]
  readonly type: ValueType
}
export interface ListNode extends Placed {
  readonly kind: 'list'
  readonly items: readonly TypedNode[]
  type: ValueType
}
export interface OperationNode extends Placed {
  readonly kind: 'operation'
  readonly name: string
  readonly args: readonly TypedNode[]
  readonly type: ValueType
  /** Under this name the data holds its answer, where that is found by looking through another form. */
  readonly figure?: string
}
/** A standard JSON Logic operator: run by json-logic-js as it stands. */
export interface StandardNode extends Placed {
  readonly kind: 'standard'
  readonly name: string
  readonly expression: Expression
  readonly args: readonly TypedNode[]
  readonly type: ValueType
}

/** An expression with a type at every place: what evaluation and SQL are both made from. */
export type TypedNode = LiteralNode | PathNode | ColumnNode | ListNode | OperationNode | StandardNode
