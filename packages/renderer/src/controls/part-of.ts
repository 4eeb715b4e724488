import type { JsonValue } from '@pipewright/contract'

/** A part of a value of several parts. */
export const partOf = (value: JsonValue, name: string): string => {
  const part = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined
  return typeof part === 'string' ? part : ''
}
