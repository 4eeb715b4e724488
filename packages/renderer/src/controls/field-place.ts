import type { Field } from '@pipewright/schemas'
import { createContext, useContext } from 'react'
import type { ItemsPlace } from '../environment/renderer-data.ts'

export interface FieldPlace {
  readonly form: string
  /** Id of the record; none while it is new. */
  readonly record?: string | undefined
  /** Line items the columns stand in. */
  readonly lineItems?: string
}

/** Where the fields below stand; null outside of a form, as in a filter. */
export const FieldPlaceContext = createContext<FieldPlace | null>(null)

/** The rows of line items that stand there. */
export const rowsAt = ({ form, lineItems }: FieldPlace, { key }: Field): ItemsPlace => ({
  form,
  lineItems: lineItems === undefined ? key : `${lineItems}.${key}`,
})

export const useFieldPlace = (): FieldPlace | null => useContext(FieldPlaceContext)
