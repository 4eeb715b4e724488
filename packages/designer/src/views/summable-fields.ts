import { isSummable, partsOf } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'

/** A part says whose it is: "Price · In CNY". */
function named(field: Field, part: Field): Field {
  const label = Object.fromEntries(
    (['en', 'zh'] as const).flatMap((locale) => {
      const [whole, own] = [field.label[locale], part.label[locale]]
      return whole === undefined ? [] : [[locale, own === undefined ? whole : `${whole} · ${own}`]]
    }),
  )
  return { ...part, label }
}

/** What can be added up over records: fields, and parts of fields. */
export const summableFields = ({ fields }: Form): readonly Field[] =>
  fields.flatMap((field) => [field, ...partsOf(field).map((part) => named(field, part))].filter(isSummable))
