import type { Expression, ValueType } from '@pipewright/logic'

/** Type of a column. Instants keep milliseconds; numerics hold 18 digits before the point. */
export type ColumnType =
  | 'text'
  | `numeric(${number},${number})`
  | 'date'
  | 'timestamptz'
  | 'time'
  | 'boolean'
  | 'text[]'
  | 'uuid'
  | 'uuid[]'
  | 'int'
  | 'jsonb'

export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** `system`: every table has it. `calculated`: its values can be made again at any time. */
  readonly kind: 'system' | 'field' | 'calculated'
  readonly notNull?: true
  readonly default?: '1' | `'{}'`
  /** The database makes it of a part of another column, so that it can be indexed and read like any other. */
  readonly generated?: { readonly column: string; readonly part: string }
}

export interface ForeignKey {
  readonly name: string
  readonly table: string
  readonly column: string
  readonly target: string
  /** Records are deleted softly, so nothing but the rows of a record ever goes with it. */
  readonly onDelete: 'restrict' | 'cascade'
}

export interface TablePlan {
  /** `quote`, or `quote.items` for the rows of a line items field or the links of a relation to many. */
  readonly key: string
  readonly name: string
  readonly form: string
  readonly lineItems?: string
  /** The relation to many whose links it holds; the database keeps it in step with the column of that field. */
  readonly links?: string
  readonly columns: readonly Column[]
  readonly foreignKeys: readonly ForeignKey[]
}

export interface IndexKey {
  readonly column: string
  readonly direction: 'asc' | 'desc'
  /**
   * Compares text in one spelling: NFKC, lower case; by its hash when it may be too long for an index. `case`,
   * `width` and `nfc` leave out only case, only width, or nothing but composition.
   */
  readonly folded?: 'text' | 'hash' | 'case' | 'width' | 'nfc'
  /** Orders by the place in this list, as options are arranged, and not by the value itself. */
  readonly places?: readonly string[]
  /** Held by its hash, because it may be too long for an index. */
  readonly hashed?: true
}

/** Which records an index holds: a condition on its columns, with the type of each. */
export interface IndexCondition {
  readonly when: Expression
  readonly types: Readonly<Record<string, ValueType>>
}

/** Empty values come last in either direction. */
export interface IndexPlan {
  readonly name: string
  readonly table: string
  readonly method: 'btree' | 'gin'
  readonly unique: boolean
  readonly keys: readonly IndexKey[]
  /** Leaves deleted records out. */
  readonly live: boolean
  readonly condition?: IndexCondition
}
