import type { RecordAnswer, Values } from '@pipewright/contract'
import { useCallback, useContext } from 'react'
import type { Titles } from '../../controls/field-control.ts'
import { useFieldPlace } from '../../controls/field-place.ts'
import { FormStoreContext } from '../store/use-field.ts'

/** The record that a new one comes from: whose page, list or form it is made in. */
export interface Origin {
  readonly form: string
  /** None while it is new itself. */
  readonly id?: string
  /** As it stands; asked for by its id when left out. */
  readonly values?: Values
  readonly titles?: Titles
}

export const originOf = (form: string, { id, values, titles }: RecordAnswer): Origin => ({
  form,
  id,
  values,
  titles,
})

/** How the server finds it; undefined while it is not stored. */
export const storedOrigin = (origin: Origin | undefined): { form: string; id: string } | undefined =>
  origin?.id === undefined ? undefined : { form: origin.form, id: origin.id }

/** Answers the record of the form that a control stands in, as it is typed at that moment. */
export function useOrigin(): () => Origin | undefined {
  const place = useFieldPlace()
  const store = useContext(FormStoreContext)
  return useCallback(
    () =>
      place === null || store === null
        ? undefined
        : {
            form: place.form,
            values: store.values(),
            ...(place.record === undefined ? {} : { id: place.record }),
          },
    [place, store],
  )
}
