/** What rules say about one cell of line items. */
export interface CellRule {
  readonly hidden: boolean
  readonly required: boolean
  /** Label of the rule that locks or sets it. */
  readonly lockedBy: string | undefined
  readonly options: ReadonlySet<string> | undefined
  readonly warning: string | undefined
  /** Of a cell that holds rows: what rules say about those. */
  readonly inner: CellRules | undefined
}

/** What rules say about the columns and cells of line items. */
export interface CellRules {
  /** Alike while nothing of it changes. */
  readonly signature: string
  hasColumn(column: string): boolean
  requiresColumn(column: string): boolean
  at(row: number, column: string): CellRule
}

export const noCellRule: CellRule = {
  hidden: false,
  required: false,
  lockedBy: undefined,
  options: undefined,
  warning: undefined,
  inner: undefined,
}
