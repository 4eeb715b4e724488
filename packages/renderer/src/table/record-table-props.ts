import type { RecordAnswer, SortKey } from '@pipewright/contract'
import type { Expression, TableSettings } from '@pipewright/schemas'
import type { ReactNode } from 'react'
import type { TableFigures, TableGrouping } from './groups/table-entry.ts'
import type { CellsProps } from './cells/cells-props.ts'

/** How the reader arranges a table for himself; without it heads only sort. */
export interface TableArranging {
  readonly onSettings: (change: TableSettings) => void
  readonly onColumns: (columns: string[]) => void
  /** The condition that the heads change, each for its column. */
  readonly filter: Expression | null
  readonly onFilter: (filter: Expression | null) => void
}

export interface RecordTableProps {
  readonly form: string
  /** Accessible name, for example the label of the view. */
  readonly label: string
  /** Field paths in order. */
  readonly columns: readonly string[]
  readonly rows: readonly RecordAnswer[]
  /** The first page is on its way: skeleton rows. */
  readonly loading: boolean
  readonly hasMore: boolean
  readonly loadingMore: boolean
  readonly onLoadMore: () => void
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: SortKey[]) => void
  readonly onOpen: (record: RecordAnswer) => void
  /** Selected ids; without it there are no checkboxes. */
  readonly selection?: ReadonlySet<string>
  readonly onSelect?: (selection: ReadonlySet<string>) => void
  /** On a phone: taps choose records instead of opening them, also before one is chosen. */
  readonly selecting?: boolean
  /** Width in px per path, where it differs from that of the field type. */
  readonly widths?: Readonly<Record<string, number>>
  readonly onResize?: (path: string, width: number) => void
  /** What stays in sight, wraps, is grouped and summed up. */
  readonly settings?: TableSettings
  readonly arranging?: TableArranging
  /** Lines of groups and rows, which then are `rows` in the same order. */
  readonly grouping?: TableGrouping
  readonly figures?: TableFigures
  /** Opens a menu of what can be done with one record, at the element given; without it rows have none. */
  readonly onMenu?: (record: RecordAnswer, at: HTMLElement) => void
  /** How cells are changed in the list itself; without it they are only read. */
  readonly cells?: CellsProps
  /** Shown when there are no rows: says what to do. */
  readonly empty?: ReactNode
}
