import type { Place } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { Column, ForeignKey, IndexPlan, TablePlan } from './table-plan.ts'

/** One change of the tables. Nothing a person entered is ever dropped. */
export type MigrationStep =
  | { readonly type: 'createTable'; readonly table: TablePlan }
  /** A table that an earlier revision had: it comes back with its records. */
  | { readonly type: 'restoreTable'; readonly table: TablePlan }
  /** The table stays where it is; nothing refers to it any more. */
  | { readonly type: 'parkTable'; readonly table: string; readonly form: string; readonly field?: string }
  | { readonly type: 'addColumn'; readonly table: string; readonly column: Column }
  /** A column that an earlier revision had: it comes back with its values. */
  | { readonly type: 'restoreColumn'; readonly table: string; readonly column: Column }
  /** The column stays where it is, with its values. */
  | {
      readonly type: 'parkColumn'
      readonly table: string
      readonly column: string
      readonly form: string
      readonly field: string
    }
  /** Only of calculated values, which can be made again. */
  | { readonly type: 'dropColumn'; readonly table: string; readonly column: string }
  /** More digits after the point; never fewer. */
  | { readonly type: 'widenColumn'; readonly table: string; readonly column: string; readonly scale: number }
  /** One record becomes a list of one, and back as long as no list is longer. */
  | { readonly type: 'changeCount'; readonly table: string; readonly column: string; readonly many: boolean }
  /**
   * A field becomes one of another type: its old values are kept in a column aside, and what of them converts stands in
   * the new one. Values that were kept aside by an earlier change come back where they were not changed since.
   */
  | {
      readonly type: 'convertColumn'
      readonly table: string
      readonly place: Place
      readonly from: Field
      readonly to: Field
      readonly column: Column
    }
  /**
   * A relation to any of several forms names other ones than before: values that name a form it has lost go aside, and
   * those that went aside before come back with their form, where nothing else was chosen since.
   */
  | {
      readonly type: 'moveTargets'
      readonly table: string
      readonly column: string
      readonly form: string
      /** Path of the field. */
      readonly field: string
      readonly forms: readonly string[]
    }
  /** From now on the links follow the column, and they are made for the records that are there. */
  | { readonly type: 'followColumn'; readonly table: string; readonly column: string; readonly links: string }
  | { readonly type: 'addForeignKey'; readonly foreignKey: ForeignKey }
  | { readonly type: 'dropForeignKey'; readonly foreignKey: ForeignKey }
  | { readonly type: 'createIndex'; readonly index: IndexPlan }
  | { readonly type: 'dropIndex'; readonly index: IndexPlan }

/** A calculated field whose stored values have to be made for the records that are there. */
export interface Recalculation {
  readonly form: string
  readonly lineItems?: string
  readonly field: string
}

/** How the tables of one definition become those of another, in the order in which it is to be done. */
export interface MigrationPlan {
  readonly steps: readonly MigrationStep[]
  readonly recalculate: readonly Recalculation[]
  /** Forms whose records are searched by other fields than before. */
  readonly reindexSearch: readonly string[]
}
