import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { FieldState, FormState } from './field-state.ts'
import type { FormStore } from './form-store.ts'

export const FormStoreContext = createContext<FormStore | null>(null)

export function useFormStore(): FormStore {
  const store = useContext(FormStoreContext)
  if (store === null) throw new Error('this field stands outside a form')
  return store
}

/** The state of one field; the component is drawn again only when that changes. */
export function useFieldState(key: string): FieldState {
  const store = useFormStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe(key, listener), [store, key])
  return useSyncExternalStore(subscribe, () => store.field(key))
}

/** The state of the form as a whole. */
export function useFormState(store: FormStore): FormState {
  const subscribe = useCallback((listener: () => void) => store.subscribe(null, listener), [store])
  return useSyncExternalStore(subscribe, () => store.form())
}
