import type { JsonValue } from '@pipewright/contract'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Titles } from '../../controls/field-control.ts'

/** Where elements of a form take the values they tell: from what is typed, or from a record that is only read. */
export interface ShownValues {
  read(key: string): JsonValue
  /** Listens to one field; null: to the form as a whole. */
  subscribe(key: string | null, listener: () => void): () => void
  readonly form: string
  readonly titles: Titles
  /** What stands for a field where there is no record. */
  word?(key: string): string
  /** Id of the record; none while it is new. */
  readonly record: string | undefined
  /** Whether the field cannot be reached: a rule hides it, or the layout has no place for it. */
  isHidden?(key: string): boolean
  /** What keeps a button from being pressed: its condition, or what is not saved; null while nothing does. */
  hindrance?(button: string): 'condition' | 'unsaved' | null
}

const nowhere: ShownValues = {
  read: () => null,
  subscribe: () => () => undefined,
  form: '',
  titles: {},
  record: undefined,
}

export const ShownValuesContext = createContext<ShownValues>(nowhere)

export const useShownValues = (): ShownValues => useContext(ShownValuesContext)

export function useShownValue(key: string): JsonValue {
  const values = useShownValues()
  const subscribe = useCallback((listener: () => void) => values.subscribe(key, listener), [values, key])
  return useSyncExternalStore(subscribe, () => values.read(key))
}
