import type { Field } from '@pipewright/schemas'

/** A default that is one fixed text or number; calculated ones are not shown. */
export function literalDefault(field: Field): string {
  const value = 'default' in field ? field.default : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
