import type { Values } from '@pipewright/contract'

/** Values that the address starts a new record with; anything that is not an object is nothing. */
export function startValues(text: string | null): Values {
  if (text === null) return {}
  try {
    const values: unknown = JSON.parse(text)
    return values !== null && typeof values === 'object' && !Array.isArray(values) ? (values as Values) : {}
  } catch {
    return {}
  }
}
