import type { Problem } from '@pipewright/contract'
import { useState, type RefObject } from 'react'
import { problemOf } from '../environment/problem-of.ts'
import type { FormEngine } from './engine/form-engine.ts'
import { focusField } from './focus-field.ts'
import type { RecordFormProps } from './record-form-props.ts'
import { sendableValues } from './sendable-values.ts'
import type { FormStore } from './store/form-store.ts'

export interface Submit {
  /** `again`: another new record is to follow. */
  readonly submit: (again?: boolean) => Promise<void>
  readonly busy: boolean
  /** What the last attempt met; undefined when it met nothing, null when the server was not reached. */
  readonly failed: Problem | null | undefined
}

/** Of a new record, what a rule locks is left to its default, unless it came with the record; the field says so. */
const leftOut = (store: FormStore, { mode, values }: RecordFormProps): ReadonlySet<string> =>
  new Set(
    mode === 'create'
      ? [...store.derived().ruled.state.locked.keys()].filter((key) => values[key] === undefined)
      : [],
  )

/** Checks everything at once, leads to the first wrong field, else hands over what changed. */
export function useSubmit(
  store: FormStore,
  engine: FormEngine,
  props: RecordFormProps,
  form: RefObject<HTMLElement | null>,
): Submit {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Problem | null | undefined>(undefined)
  const submit = async (again = false) => {
    if (busy || props.saving || props.mode === 'read') return
    setFailed(undefined)
    if (!store.checkAll()) return focusField(form.current, store.form().wrong[0])
    setBusy(true)
    try {
      const all = sendableValues(engine.fields, store.values(), props.rights, leftOut(store, props))
      // Rows go as they are shown, with the defaults that filled them.
      const touched = store.changes()
      const changed = Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(touched, key)))
      const settle = store.beginSave()
      const saved = await props.onSubmit({
        values: props.mode === 'create' ? all : changed,
        all,
        ...(again ? { again } : {}),
      })
      if (saved !== false) settle()
    } catch (error) {
      const problem = problemOf(error)
      setFailed(problem)
      store.showProblems(problem?.errors ?? [])
      focusField(form.current, store.form().wrong[0])
    } finally {
      setBusy(false)
    }
    return undefined
  }
  return { submit, busy, failed }
}
