import type { Values } from '@pipewright/contract'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { FormEngine } from '../engine/form-engine.ts'
import type { RecordFormProps } from '../record-form-props.ts'
import { FormStore } from './form-store.ts'

/** Typed values of fields that still exist. */
const stillKnown = (engine: FormEngine, typed: Values): Values =>
  Object.fromEntries(Object.entries(typed).filter(([key]) => engine.fields.has(key)))

/** One store per opened form; a changed record or definition is laid under what is typed. */
export function useRecordStore(engine: FormEngine, props: RecordFormProps): FormStore {
  const { values, mode, draft, problems, onChange } = props
  const isNew = mode === 'create'
  const [store] = useState(
    () =>
      new FormStore({
        engine,
        base: isNew ? engine.defaults(values) : values,
        isNew,
        typed: { ...(isNew ? values : {}), ...stillKnown(engine, draft ?? {}) },
      }),
  )
  const opened = useRef({ engine, values })
  useLayoutEffect(() => {
    const before = opened.current
    opened.current = { engine, values }
    if (before.engine !== engine || before.values !== values)
      store.rebase(engine, isNew ? engine.defaults(values) : values)
  }, [store, engine, values, isNew])
  useEffect(() => {
    if (problems !== undefined) store.showProblems(problems)
  }, [store, problems])
  useEffect(() => (onChange === undefined ? undefined : store.onChange(onChange)), [store, onChange])
  return store
}
