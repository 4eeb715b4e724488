import type { Values } from '@pipewright/contract'
import type { Origin } from '@pipewright/renderer'

/** Values that the address starts a new record with; anything that is not an object is nothing. */
function startValues(text: string | null): Values {
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

/** How the address has a new record begin. */
export interface RecordBeginning {
  /** Tells drafts of different beginnings apart. */
  readonly name: string
  readonly values: Values
  readonly origin: Origin | undefined
  readonly preset: string | undefined
}

const origins = /^([a-z][a-z0-9_]{0,47}):([0-9a-f-]{36})$/

export function startOf(search: URLSearchParams): RecordBeginning {
  const values = search.get('values')
  const preset = search.get('preset')
  const [, form, id] = origins.exec(search.get('from') ?? '') ?? []
  return {
    name: [values, preset, id].filter((part) => part !== null && part !== undefined).join(':'),
    values: startValues(values),
    origin: form === undefined || id === undefined ? undefined : { form, id },
    preset: preset ?? undefined,
  }
}
