import { indexDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, OptionSet } from '@pipewright/schemas'
import { inOrder } from '../tree/many-fields.ts'

/** Fields on the clipboard, with the shared options they lean on; readable by any tab of any workspace. */
export interface FieldClip {
  readonly pipewright: 'fields'
  readonly fields: readonly { readonly field: Field; readonly width?: number }[]
  readonly optionSets: readonly OptionSet[]
}

function setsOf(field: Field): readonly string[] {
  const inner = field.type === 'lineItems' ? field.fields.flatMap(setsOf) : []
  return 'optionSet' in field && field.optionSet !== undefined ? [field.optionSet, ...inner] : inner
}

/** What is chosen, as it travels: whole fields in the order of the layout. */
export function clipFields(definition: AppDefinition, form: Form, fields: readonly string[]): FieldClip {
  const index = indexDefinition(definition)
  const items = form.layout.sections.flatMap((section) => section.items)
  const chosen = inOrder(form, fields).flatMap((key) => {
    const field = form.fields.find((one) => one.key === key)
    const width = items.find((one) => 'field' in one && one.field === key)?.width
    return field === undefined ? [] : [{ field, ...(width === undefined ? {} : { width }) }]
  })
  const sets = new Set(chosen.flatMap(({ field }) => setsOf(field)))
  return {
    pipewright: 'fields',
    fields: chosen,
    optionSets: [...sets].flatMap((key) => index.optionSet(key) ?? []),
  }
}

const longest = 2_000_000
const mostFields = 500

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads what is on the clipboard; null when it is something else. Only the frame is checked here: each field is checked
 * as an edit when it is added.
 */
export function readClip(text: string): FieldClip | null {
  if (text.length > longest || !text.includes('"pipewright"')) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(value) || value['pipewright'] !== 'fields') return null
  const { fields, optionSets } = value
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > mostFields) return null
  const isField = (one: unknown) =>
    isObject(one) && isObject(one['field']) && typeof one['field']['type'] === 'string'
  if (!fields.every(isField) || !Array.isArray(optionSets) || !optionSets.every(isObject)) return null
  return value as unknown as FieldClip
}
