import type { Values } from '@pipewright/contract'
import { useMemo } from 'react'
import type { Titles } from '../../controls/field-control.ts'
import { useFormStore } from '../store/use-field.ts'
import type { ShownValues } from './shown-values.ts'

/** What is the same for all sections of a form. */
export interface FormFacts {
  readonly form: string
  /** Id of the record; none while it is new. */
  readonly record: string | undefined
  readonly system: Values
  readonly titles: Titles
  /** Keys of all fields of the layout. */
  readonly placed: ReadonlySet<string>
}

/** The values of a form as they are typed, and what its record has by itself. */
export function useFormValues({ form, record, system, titles, placed }: FormFacts): ShownValues {
  const store = useFormStore()
  return useMemo(
    () => ({
      form,
      record,
      titles,
      read: (key) => system[key] ?? store.field(key).value,
      subscribe: (key, listener) => store.subscribe(key, listener),
      isHidden: (key) => !placed.has(key) || store.field(key).hidden,
      hindrance(button) {
        const { changed, disabledButtons } = store.form()
        if (changed > 0) return 'unsaved'
        return disabledButtons.split(' ').includes(button) ? 'condition' : null
      },
    }),
    [store, form, record, system, titles, placed],
  )
}
