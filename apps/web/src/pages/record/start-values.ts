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

/** A record that a new one begins as a copy of. */
export interface Copied {
  readonly of: string
  readonly values: Values
  readonly titles: Readonly<Record<string, string>>
}

/** What the page before handed over; kept by the browser over a reload. */
export function copyOf(state: unknown): Copied | null {
  if (state === null || typeof state !== 'object' || !('copied' in state)) return null
  return state.copied as Copied
}
