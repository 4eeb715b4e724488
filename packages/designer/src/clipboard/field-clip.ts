import { indexDefinition, isElementItem, itemKey } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, LayoutElement, OptionSet } from '@pipewright/schemas'
import { inOrder } from '../tree/many-fields.ts'

/** Something of a layout on the clipboard. */
export type ClipItem =
  | { readonly field: Field; readonly width?: number }
  | { readonly element: LayoutElement; readonly width?: number }

/** Fields and elements on the clipboard, with the shared options they lean on; readable by any tab of any workspace. */
export interface FieldClip {
  readonly pipewright: 'fields'
  readonly fields: readonly ClipItem[]
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
  const chosen = inOrder(form, fields).flatMap((key): ClipItem[] => {
    const item = items.find((one) => itemKey(one) === key)
    if (item !== undefined && isElementItem(item)) return [item]
    const field = form.fields.find((one) => one.key === key)
    const width = item?.width
    return field === undefined ? [] : [{ field, ...(width === undefined ? {} : { width }) }]
  })
  const sets = new Set(chosen.flatMap((item) => ('field' in item ? setsOf(item.field) : [])))
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
  const isTyped = (one: unknown) => isObject(one) && typeof one['type'] === 'string'
  const isClipItem = (one: unknown) => isObject(one) && (isTyped(one['field']) || isTyped(one['element']))
  if (!fields.every(isClipItem) || !Array.isArray(optionSets) || !optionSets.every(isObject)) return null
  return value as unknown as FieldClip
}
