import type { SortKey } from '@pipewright/contract'
import type { TableSettings } from '@pipewright/schemas'
import type { Column } from '../column-of-path.ts'
import type { TableArranging } from '../record-table-props.ts'

export interface ColumnSite {
  readonly column: Column
  readonly columns: readonly Column[]
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: SortKey[]) => void
  readonly settings: TableSettings
  readonly arranging: TableArranging
}

export interface Entry {
  readonly label: string
  readonly icon: string
  readonly disabled?: boolean
  /** What it does; without it, it asks for something first. */
  readonly act?: () => void
  readonly children?: Entries
}

export interface Entries {
  readonly [key: string]: Entry
}
