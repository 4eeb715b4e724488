import type { Field } from '@pipewright/schemas'

/** Paths of the line items among fields, those inside rows too: "items", "items.parts". */
export const rowTablesIn = (fields: readonly Field[], path = ''): string[] =>
  fields.flatMap((field) => {
    if (field.type !== 'lineItems') return []
    const own = `${path}${field.key}`
    return [own, ...rowTablesIn(field.fields, `${own}.`)]
  })

/** The field itself, or of line items the columns that hold values, those of rows inside rows too. */
export const valueFields = (field: Field): readonly Field[] =>
  field.type === 'lineItems' ? field.fields.flatMap(valueFields) : [field]
