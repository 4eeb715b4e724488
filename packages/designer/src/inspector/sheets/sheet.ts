import type { Field } from '@pipewright/schemas'
import type { ComponentType } from 'react'

/** Where the field stands: in a form, or as a column of its line items. */
export interface SheetSite {
  readonly form: string
  readonly lineItems?: string
}

type PropertyOf<F> = F extends unknown ? Exclude<keyof F, 'key' | 'type'> : never
type ValueOf<F, P> = F extends unknown ? (P extends keyof F ? F[P] : never) : never

/** New values of properties that some type of field has; undefined takes one away. */
export type FieldChanges<F extends Field> = { readonly [P in PropertyOf<F>]?: ValueOf<F, P> | undefined }

export interface SheetProps<F extends Field = Field> {
  readonly field: F
  readonly site: SheetSite
  readonly change: (changes: FieldChanges<F>) => void
}

/** The properties that only one type of field has. */
export type Sheets = {
  readonly [T in Field['type']]: ComponentType<SheetProps<Extract<Field, { type: T }>>> | null
}
