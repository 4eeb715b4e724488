import type { JsonValue, Values } from '@pipewright/contract'
import type { Field, LineItemsField } from '@pipewright/schemas'
import type { FieldControls } from '../field-controls.ts'
import type { Titles } from '../field-control.ts'
import type { CellRules } from './cell-rules.ts'
import type { Ref } from 'react'
import type { ItemRow } from './row-changes.ts'
import type { SortedBy } from './sort-rows.ts'
import type { ChangeRows } from './use-item-rows.ts'
import type { RowGrip } from './use-row-grip.ts'
import type { RowSelection } from './use-row-selection.ts'

/** How the frame reaches rows that are not drawn at the moment. */
export interface ItemsViewHandle {
  scrollTo(row: number): void
}

/** What both drawings of line items need: the table and the cards of a phone. */
export interface ItemsViewProps {
  readonly id: string
  readonly label: string
  readonly table: LineItemsField
  /** Those of its columns that are in sight. */
  readonly columns: readonly Field[]
  readonly rows: readonly ItemRow[]
  readonly keys: readonly string[]
  readonly controls: FieldControls
  readonly titles: Titles
  readonly disabled: boolean
  /** No further row fits. */
  readonly full: boolean
  readonly problems: ReadonlyMap<string, string> | undefined
  readonly rules: CellRules | undefined
  readonly onCell: (row: number, column: string, value: JsonValue) => void
  readonly readRow: (row: number) => Values
  readonly change: ChangeRows
  readonly selection: RowSelection
  readonly grip: RowGrip
  /** The column that the rows were last laid in order by. */
  readonly sorted: SortedBy | null
  readonly onSort: (column: string) => void
  readonly view: Ref<ItemsViewHandle>
  /** On a phone: the row that is open to be changed. */
  readonly opened: number | null
  readonly onOpened: (row: number | null) => void
}
