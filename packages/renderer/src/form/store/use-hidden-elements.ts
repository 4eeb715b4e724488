import { useCallback, useSyncExternalStore } from 'react'
import { useFormStore } from './use-field.ts'

/** Keys of the elements that their condition keeps out of sight, in one text: drawn again only when that changes. */
export function useHiddenElements(): ReadonlySet<string> {
  const store = useFormStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe(null, listener), [store])
  const text = useSyncExternalStore(subscribe, () => store.form().hiddenElements)
  return new Set(text.split(' '))
}
