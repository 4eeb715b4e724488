import type { ProblemCode, ProblemParams } from './problem.ts'
import type { SqlFragment } from './sql/fragment.ts'
import type { TypedNode } from './typed-node.ts'
import type { Value } from './value.ts'
import type { ValueType } from './value-type.ts'

/** A day that is off or worked, whatever its day of the week. */
export interface SpecialDay {
  /** "YYYY-MM-DD" */
  readonly day: string
  readonly name: string
  readonly works: boolean
}

/** How a workspace counts weeks, fiscal years and working days. */
export interface WorkCalendar {
  /** The day weeks begin on: 1 is Monday, 7 is Sunday. */
  readonly weekStart: number
  /** The month fiscal years begin in, from 1. */
  readonly fiscalMonth: number
  /** Days of the week that are worked, 1 is Monday; Monday to Friday without it. */
  readonly workdays?: readonly number[]
  /** Holidays, and days off that are worked. */
  readonly special?: readonly SpecialDay[]
}

/** Everything outside the record that an answer may depend on; handed in, never looked up. */
export interface EvaluationContext {
  /** UTC instant, RFC 3339. */
  readonly now: string
  /** The day it is for the person, "YYYY-MM-DD". */
  readonly today: string
  /** IANA zone in which instants become days. */
  readonly zone: string
  /** Of the workspace; weeks from Monday and years from January without it. */
  readonly calendar?: WorkCalendar
  /** Member id. */
  readonly me?: string
  /** Department id. */
  readonly department?: string
  /** Ids of the own department and all below it. */
  readonly departments?: readonly string[]
  /** Ids of the active members of those departments. */
  readonly team?: readonly string[]
  /** Keys of the roles held. */
  readonly roles?: readonly string[]
  /** Milliseconds that only go on; without it a calculation has no limit of time. */
  readonly clock?: () => number
}

/** One use of an operation while types are checked. */
export interface Call {
  readonly name: string
  readonly args: readonly TypedNode[]
  readonly pointer: string
  report(code: ProblemCode, node: TypedNode | undefined, params?: ProblemParams): void
}

/** In a test null counts as false, so a column may stand bare and use its index; a value keeps null apart. */
export type SqlMode = 'test' | 'value'

/** Records of another form in SQL. */
export interface SqlRows {
  /** Table with its alias. */
  readonly from: SqlFragment
  /** What every record that counts meets. */
  readonly where: SqlFragment
  /** In the order in which they were made: columns that no two records share. */
  readonly order: readonly SqlFragment[]
  column(path: readonly string[]): SqlFragment | undefined
}

export interface SqlArg {
  readonly node: TypedNode
  readonly type: ValueType
  /** Set when the argument is known: a literal, or anything computed without the record. */
  readonly literal: { readonly value: Value } | undefined
  value(): SqlFragment
  test(): SqlFragment
  /** `select` of the elements when the argument is a list. */
  rows(): SqlFragment
  /** The same in the order of the list, which costs a sort. */
  orderedRows(): SqlFragment
}

export interface SqlCall {
  readonly args: readonly SqlArg[]
  /** The argument at an index that the arity promises. */
  arg(index: number): SqlArg
  readonly mode: SqlMode
  readonly type: ValueType
  readonly context: EvaluationContext
  /** The records that columns among the arguments are of. */
  rows(form: string): SqlRows | undefined
  /** A part of an argument. */
  argOf(node: TypedNode): SqlArg
  /** Says why this use has no SQL. */
  refuse(reason: NoSqlReason): SqlFragment
}

export type NoSqlReason =
  | 'standardOperator'
  | 'computedPath'
  | 'textSearch'
  | 'defaultValue'
  | 'unknownType'
  | 'list'
  | 'pattern'
  | 'pinyin'

export interface Words {
  readonly en: string
  readonly zh: string
}

/** How an operation is written in formula text, and what its help says. */
export interface FormulaName {
  readonly name: string
  readonly aliases: readonly string[]
  readonly params: { readonly en: readonly string[]; readonly zh: readonly string[] }
  readonly help: Words
  /** A formula that uses the function and what it shows; tests hold both together. */
  readonly example?: readonly [formula: string, answer: string]
}

/** A word of a sentence that follows a count. */
export interface CountedWords extends Words {
  /** After the number one. */
  readonly one: string
}

/** `{0}`, `{1}` stand for the arguments; `dates` replaces the wording when the first argument is a date or instant. */
export interface Sentence extends Words {
  readonly dates?: Words
  /** What literals are called that are names of the language, such as units; they follow the argument before them. */
  readonly literals?: Readonly<Record<string, CountedWords>>
}

interface OperationBase {
  readonly arity: readonly [least: number, most: number]
  readonly formula: FormulaName
  readonly sentence?: Sentence
  /** Answer changes while no record changes. */
  readonly volatile?: true
  /** Answer follows the working days of the workspace. */
  readonly countsWorkdays?: true
  /** Answer depends on who asks, by this name of the context. */
  readonly asksWho?: '$me' | '$departments' | '$roles'
  /** Arguments that the answer is one of, just as it is: a value of several parts keeps its parts. */
  passes?(index: number, count: number): boolean
  check(call: Call): ValueType
  /** Its SQL, or the reason why it has none. */
  readonly sql: ((call: SqlCall) => SqlFragment) | NoSqlReason
}

/** An operation that sees all its arguments as values. */
export interface StrictOperation extends OperationBase {
  evaluate(values: readonly Value[], context: EvaluationContext, types: readonly ValueType[]): Value
}

/** An operation that decides which arguments are looked at: `and`, `or`, `if`. */
export interface LazyOperation extends OperationBase {
  evaluateLazily(args: readonly (() => Value)[]): Value
}

/** An operation that looks through the records of another form; the database answers it, also for JavaScript. */
export interface FormOperation extends OperationBase {
  /** Which arguments name columns of that form. */
  columns(index: number): boolean
  readonly sql: (call: SqlCall) => SqlFragment
}

export type Operation = StrictOperation | LazyOperation | FormOperation

/** More arguments than any use needs; the node limit is lower in the end. */
export const MANY = 1000
