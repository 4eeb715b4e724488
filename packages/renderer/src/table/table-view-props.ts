import type { RecordAnswer } from '@pipewright/contract'
import type { TableSummary } from '@pipewright/schemas'
import type { MarkOf } from './colors/row-mark.ts'
import type { Column } from './column-of-path.ts'
import type { GridPlace } from './next-cell.ts'
import type { RecordTableProps } from './record-table-props.ts'
import type { TableLayout } from './table-layout.ts'
import type { SelectRow } from './use-select-row.ts'

export interface TableViewProps {
  readonly form: string
  readonly grouping: RecordTableProps['grouping']
  readonly summaries: readonly TableSummary[]
  readonly rows: readonly RecordAnswer[]
  readonly columns: readonly Column[]
  readonly layout: TableLayout
  readonly markOf: MarkOf
  /** Cells are changed in the list itself. */
  readonly editable: boolean
  /** Where rows are as high as what stands in them: takes their height. */
  readonly measure: ((row: HTMLElement | null) => void) | undefined
  readonly selection: ReadonlySet<string> | undefined
  readonly place: GridPlace
  readonly onSelectRow: SelectRow
  readonly onOpen: (record: RecordAnswer) => void
  readonly onStand: (row: number, column: number) => void
  readonly onMenu?: RecordTableProps['onMenu']
}
