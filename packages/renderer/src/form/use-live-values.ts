import { useEffect } from 'react'
import type { FormEngine } from './engine/form-engine.ts'
import type { RecordFormProps } from './record-form-props.ts'
import { sendableValues } from './sendable-values.ts'
import type { FormStore } from './store/form-store.ts'

/** Keeps values that look through other forms up to date while one types. */
export function useLiveValues(store: FormStore, engine: FormEngine, props: RecordFormProps): void {
  const { mode, rights } = props
  const { calculated, fields } = engine
  useEffect(() => {
    if (calculated === undefined || mode === 'read') return undefined
    const ask = () => {
      const all = sendableValues(fields, store.values(), rights)
      const touched = mode === 'create' ? all : store.changes()
      const typed = Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(touched, key)))
      calculated.ask(Object.keys(typed).length === 0 ? null : typed)
    }
    ask()
    return store.onChange(ask)
  }, [store, calculated, fields, mode, rights])
}
