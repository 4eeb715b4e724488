import type { JsonValue, Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import type { FieldControls } from '../field-controls.ts'
import type { Titles } from '../field-control.ts'
import type { CellRules } from './cell-rules.ts'
import type { ItemRow, KeyedRows } from './row-changes.ts'

/** What both drawings of line items need: the table and the cards of a phone. */
export interface ItemsViewProps {
  readonly id: string
  readonly label: string
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
  readonly change: (step: (state: KeyedRows) => KeyedRows) => void
}
