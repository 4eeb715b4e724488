import type { RecordAnswer, RecordGroup } from '@pipewright/contract'
import type { TableGroup, TableSummary } from '@pipewright/schemas'

/** What lies in one line of a grouped table. */
export type TableEntry =
  | {
      readonly kind: 'group'
      readonly key: string
      readonly level: number
      readonly by: TableGroup
      readonly group: RecordGroup
      readonly open: boolean
    }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly record: RecordAnswer
      /** Its place among the rows, group heads not counted. */
      readonly row: number
    }
  /** Further groups or rows, fetched when it comes in sight. */
  | { readonly kind: 'more'; readonly key: string; readonly level: number; readonly fetch: () => void }

export interface TableGrouping {
  readonly entries: readonly TableEntry[]
  readonly onToggle: (key: string, open: boolean) => void
}

/** Figures of all records of the list, below it. */
export interface TableFigures {
  readonly summaries: readonly TableSummary[]
  /** Those of all records; undefined while they are on their way. */
  readonly total: Pick<RecordGroup, 'count' | 'figures'> | undefined
}
