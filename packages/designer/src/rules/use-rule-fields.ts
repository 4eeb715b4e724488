import { isWritable } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import type { PathOption } from '../documents/use-paths.ts'
import { useLocalized } from '../environment/use-localized.ts'

/** Fields a rule can act on: those somebody fills in, and columns of line items beside them. */
export function useRuleFields(form: Form): { readonly own: PathOption[]; readonly all: PathOption[] } {
  const read = useLocalized()
  const own = form.fields.filter(isWritable).map((field) => ({ value: field.key, label: read(field.label) }))
  const all = form.fields.flatMap((field): PathOption[] => [
    { value: field.key, label: read(field.label) },
    ...(field.type === 'lineItems'
      ? field.fields.map((column) => ({
          value: `${field.key}.${column.key}`,
          label: `${read(field.label)} › ${read(column.label)}`,
        }))
      : []),
  ])
  return { own, all }
}
