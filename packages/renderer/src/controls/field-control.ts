import type { JsonValue, Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import type { ComponentType } from 'react'
import type { CellRules } from './line-items/cell-rules.ts'

/** Title per id of related records and members, as answers carry it. */
export type Titles = Readonly<Record<string, string>>

/** A control is steered from outside: value in, value out. Decimals are strings, dates YYYY-MM-DD, empty is null. */
export interface ControlProps<F extends Field = Field> {
  readonly field: F
  readonly value: JsonValue
  readonly onChange: (value: JsonValue) => void
  readonly onBlur?: (() => void) | undefined
  /** Id of the focusable element; the label points to it. */
  readonly id: string
  /** Accessible name where no visible label points to `id` (cells, filters). */
  readonly label: string
  readonly titles: Titles
  readonly disabled?: boolean | undefined
  readonly invalid?: boolean | undefined
  readonly required?: boolean | undefined
  /** Id of help and problem text. */
  readonly describedBy?: string | undefined
  readonly autoFocus?: boolean | undefined
  /** What the field holds that the options, or the day of the rate, depend on; undefined offers all of them. */
  readonly above?: JsonValue | undefined
  readonly aboveLabel?: string | undefined
  /** In a cell or filter: as little room as possible, whatever display the field has in a form. */
  readonly compact?: boolean | undefined
  /** Values of the record around it: a relation's filter may ask for them as `$record`. */
  readonly record?: (() => Values) | undefined
  /** Only line items: problems of single cells by pointer inside the field ("/0/price"). */
  readonly cellProblems?: ReadonlyMap<string, string> | undefined
  /** Only line items: what rules say about columns and cells. */
  readonly cellRules?: CellRules | undefined
}

export interface ValueProps<F extends Field = Field> {
  readonly field: F
  readonly value: JsonValue
  readonly titles: Titles
}

/** How one type of field is shown. */
export interface FieldView<F extends Field = Field> {
  /** On a record page: links, whole texts. */
  readonly ReadOnly: ComponentType<ValueProps<F>>
  /** One line in a list; no links of its own unless they are worth a click. */
  readonly Cell: ComponentType<ValueProps<F>>
  /** Where values stand in a column. */
  readonly align: 'start' | 'end'
  /** First width of a column in px. */
  readonly width: number
  /** Takes the whole row of a section. */
  readonly wide?: true
}

/** One entry per type of field. */
export type FieldViews = { readonly [T in Field['type']]: FieldView<Extract<Field, { type: T }>> }

/** Code that comes when it is first needed. */
export interface LateCode {
  readonly load: () => Promise<void>
  readonly isHere: () => boolean
}

/** How one type of field is entered and shown. */
export interface FieldControl<F extends Field = Field> extends FieldView<F> {
  readonly Control: ComponentType<ControlProps<F>>
  readonly late?: LateCode
}
