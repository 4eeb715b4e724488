import type { FormRights, JsonValue, Values } from '@pipewright/contract'
import { isWritable } from '@pipewright/metadata'
import type { Field, LineItemsField } from '@pipewright/schemas'
import { asRows } from '../controls/line-items/row-changes.ts'

function sendableRows(field: LineItemsField, path: string, value: JsonValue, rights: FormRights): JsonValue {
  const columns = field.fields.filter(
    (column) => isWritable(column) && rights.fields[`${path}.${column.key}`] === 'write',
  )
  const sent = (column: Field, cell: JsonValue): JsonValue =>
    column.type === 'lineItems' ? sendableRows(column, `${path}.${column.key}`, cell, rights) : cell
  return asRows(value).map((row) => ({
    ...(row['id'] === undefined ? {} : { id: row['id'] }),
    ...Object.fromEntries(columns.map((column) => [column.key, sent(column, row[column.key] ?? null)])),
  }))
}

/** The values that the writer may set; calculated ones stay behind. */
export function sendableValues(
  fields: ReadonlyMap<string, Field>,
  values: Values,
  rights: FormRights,
  leftOut: ReadonlySet<string> = new Set(),
): Values {
  const sendable: Values = {}
  for (const field of fields.values()) {
    const value = values[field.key]
    if (
      leftOut.has(field.key) ||
      value === undefined ||
      !isWritable(field) ||
      rights.fields[field.key] !== 'write'
    )
      continue
    sendable[field.key] = field.type === 'lineItems' ? sendableRows(field, field.key, value, rights) : value
  }
  return sendable
}
