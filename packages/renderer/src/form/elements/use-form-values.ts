import type { Values } from '@pipewright/contract'
import { useMemo } from 'react'
import type { Titles } from '../../controls/field-control.ts'
import { useFormStore } from '../store/use-field.ts'
import type { ShownValues } from './shown-values.ts'

/** The values of a form as they are typed, and what its record has by itself. */
export function useFormValues(
  form: string,
  record: string | undefined,
  system: Values,
  titles: Titles,
): ShownValues {
  const store = useFormStore()
  return useMemo(
    () => ({
      form,
      record,
      titles,
      read: (key) => system[key] ?? store.field(key).value,
      subscribe: (key, listener) => store.subscribe(key, listener),
      hindrance(button) {
        const { changed, disabledButtons } = store.form()
        if (changed > 0) return 'unsaved'
        return disabledButtons.split(' ').includes(button) ? 'condition' : null
      },
    }),
    [store, form, record, system, titles],
  )
}
