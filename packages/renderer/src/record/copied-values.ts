import type { JsonValue, Values } from '@pipewright/contract'
import { isWritable } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'

/** A file belongs to one record, and what is unique cannot stand twice. */
const stays = (field: Field): boolean =>
  !isWritable(field) || field.type === 'attachment' || ('unique' in field && field.unique === true)

function copiedRows(value: JsonValue | undefined, columns: readonly Field[]): JsonValue {
  if (!Array.isArray(value)) return []
  const kept = columns.filter((column) => !stays(column))
  return value.map((row) => {
    const cells = row as Readonly<Record<string, JsonValue>>
    return Object.fromEntries(
      kept.map((column) => [
        column.key,
        column.type === 'lineItems'
          ? copiedRows(cells[column.key], column.fields)
          : (cells[column.key] ?? null),
      ]),
    )
  })
}

/**
 * What a copy of a record begins with: the fields the form names, line items as new rows; numbers, unique values, files
 * and the stage begin anew.
 */
export function copiedValues(form: Form, values: Values): Values {
  const chosen = form.copyFields
  const fields = form.fields.filter(
    (field) =>
      !stays(field) &&
      (chosen === undefined ? field.key !== form.stageField : chosen.includes(field.key)) &&
      Object.hasOwn(values, field.key),
  )
  return Object.fromEntries(
    fields.map((field) => [
      field.key,
      field.type === 'lineItems' ? copiedRows(values[field.key], field.fields) : (values[field.key] ?? null),
    ]),
  )
}
