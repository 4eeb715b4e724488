import type { JsonValue, Values } from '@pipewright/contract'
import { sameValue } from '../environment/same-value.ts'

/** What of a stored record something was typed on. */
export interface DraftBase {
  /** The version of the record when typing began. */
  readonly version: number
  /** What the record held in the fields that were typed. */
  readonly values: Values
}

export interface KeptDraft {
  readonly values: Values
  /** Null: of a new record, or not known. */
  readonly base: DraftBase | null
}

/** Lies among the values as no key of a field can. */
const basePlace = '$base'

type Stored = { readonly [key: string]: JsonValue }

const isObject = (value: unknown): value is Stored =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function baseIn(stored: Stored): DraftBase | null {
  const base = stored[basePlace]
  if (!isObject(base)) return null
  const { version, values } = base
  return typeof version === 'number' && isObject(values) ? { version, values } : null
}

/** What is kept under a key; null when nothing is, or it is not to be read. */
export function readDraft(key: string, storage: Storage | undefined): KeptDraft | null {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(key) ?? 'null')
    if (!isObject(stored)) return null
    const values = Object.fromEntries(Object.entries(stored).filter(([field]) => field !== basePlace))
    return { values, base: baseIn(stored) }
  } catch {
    return null
  }
}

/** Keeps it; a draft without values is removed. */
export function writeDraft(key: string, storage: Storage | undefined, { values, base }: KeptDraft): void {
  try {
    if (Object.keys(values).length === 0) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(base === null ? values : { ...values, [basePlace]: base }))
  } catch {
    // A full or forbidden storage must not keep anybody from typing.
  }
}

/** What is typed beyond what was sent and saved; that is what it lies on then. */
export function withoutSent(typed: KeptDraft | null, sent: KeptDraft | null): KeptDraft {
  const values = Object.fromEntries(
    Object.entries(typed?.values ?? {}).filter(
      ([key, value]) =>
        sent === null || !Object.hasOwn(sent.values, key) || !sameValue(value, sent.values[key]),
    ),
  )
  const base = typed?.base ?? null
  if (base === null) return { values, base }
  const below = { ...base.values, ...sent?.values }
  const isTyped = ([key]: [string, JsonValue]) => Object.hasOwn(values, key)
  return {
    values,
    base: { version: base.version, values: Object.fromEntries(Object.entries(below).filter(isTyped)) },
  }
}
