import type { ExampleValue } from '@pipewright/schemas'

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** What a control or a record gave, as a row can keep it; a value of several parts by its text. */
export function exampleValue(value: unknown): ExampleValue {
  if (isScalar(value)) return value
  if (Array.isArray(value)) return (value as readonly unknown[]).filter(isScalar)
  const text = value === undefined ? undefined : (value as { readonly text?: unknown }).text
  return typeof text === 'string' ? text : null
}
