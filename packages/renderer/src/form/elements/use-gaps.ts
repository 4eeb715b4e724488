import { useCallback, useSyncExternalStore } from 'react'
import { isEmptyValue } from '../engine/is-empty-value.ts'
import { useShownValues, type ShownValues } from './shown-values.ts'

/** What a complete record has, and what of it is missing; what nobody can reach is not asked for. */
export interface Gaps {
  readonly asked: number
  /** Keys of fields, in order. */
  readonly missing: readonly string[]
}

/** A text, so that nothing is drawn again while the same things are missing. */
function gapsText({ read, isHidden }: ShownValues, keys: readonly string[]): string {
  const asked = keys.filter((key) => isHidden?.(key) !== true)
  return [asked.length, ...asked.filter((key) => isEmptyValue(read(key)))].join(' ')
}

/** Follows what is typed. */
export function useGaps(keys: readonly string[]): Gaps {
  const values = useShownValues()
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = keys.map((key) => values.subscribe(key, listener))
      return () => ends.forEach((end) => end())
    },
    [values, keys],
  )
  const [asked, ...missing] = useSyncExternalStore(subscribe, () => gapsText(values, keys)).split(' ')
  return { asked: Number(asked), missing }
}
