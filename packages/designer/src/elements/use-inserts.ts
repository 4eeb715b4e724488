import type { Form } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useLocalized } from '../environment/use-localized.ts'
import { fieldsByKey } from '../tree/fields-by-key.ts'

/** The fields whose values can stand in a text of the form. */
export function useInserts(form: Form) {
  const read = useLocalized()
  return useMemo(
    () =>
      [...fieldsByKey(form).values()]
        .filter(({ type }) => type !== 'lineItems' && type !== 'attachment')
        .map(({ key, label }) => ({ text: `{{${key}}}`, label: read(label, key) })),
    [form, read],
  )
}
