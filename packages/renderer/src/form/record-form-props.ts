import type { FieldProblem, FormRights, Values } from '@pipewright/contract'
import type { Titles } from '../controls/field-control.ts'
import type { RecordStart } from './start/use-start.ts'

/** What a person wants to save. */
export interface RecordChange {
  /** Only the fields that differ from the record as it was opened. */
  readonly values: Values
  /** All writable fields as they stand. */
  readonly all: Values
  /** Another new record is to follow. */
  readonly again?: true
}

export interface RecordFormProps {
  /** Key of the form in the environment's definition. */
  readonly form: string
  readonly mode: 'create' | 'edit' | 'read'
  /** Id of the record that is shown or changed. */
  readonly record?: string
  readonly rights: FormRights
  /** The record as the server knows it; in create mode, values to start with. Typed text survives when it changes. */
  readonly values: Values
  /** Of a new record: what it starts with from outside of its form. */
  readonly start?: RecordStart
  readonly titles?: Titles
  /** Only these fields in this order (quick create, missing fields); the layout's sections when left out. */
  readonly fields?: readonly string[]
  /** Key of the layout to draw, null for the standard one; the one that fits when left out. */
  readonly layout?: string | null
  /** What the record has by itself (owner, created_at …), where a layout shows it. */
  readonly system?: Values
  /** Problems of the server by pointer (/values/amount, /values/items/0/price). */
  readonly problems?: readonly FieldProblem[]
  /** Somebody is saving: the buttons wait. */
  readonly saving?: boolean
  /**
   * Saves. `false` means that it was not saved and typing goes on; a rejection with ProblemError is shown, with each
   * field problem at its field.
   */
  readonly onSubmit: (change: RecordChange) => void | boolean | Promise<void | boolean>
  readonly onCancel?: () => void
  /** Takes a record that looks the same instead of making another one. */
  readonly onUse?: (id: string) => void
  /** Every change while typing, for example for a draft or duplicate search. */
  readonly onChange?: (values: Values) => void
  /** Typed values from before (a draft kept over reload). */
  readonly draft?: Values | null
  readonly submitText?: string
  /** Offers to save and begin another one; `again` then says so. */
  readonly mayRepeat?: boolean
  /** Focus the first field. */
  readonly autoFocus?: boolean
  /** Without it the form draws no buttons of its own: press them by `submitForm(id)`. */
  readonly buttons?: 'bottom' | 'sticky' | 'none'
  /** Id of the `form` element. */
  readonly id?: string
}
