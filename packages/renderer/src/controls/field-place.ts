import { createContext, useContext } from 'react'

export interface FieldPlace {
  readonly form: string
  /** Id of the record; none while it is new. */
  readonly record?: string | undefined
  /** Line items the columns stand in. */
  readonly lineItems?: string
}

/** Where the fields below stand; null outside of a form, as in a filter. */
export const FieldPlaceContext = createContext<FieldPlace | null>(null)

export const useFieldPlace = (): FieldPlace | null => useContext(FieldPlaceContext)
