import type { Values } from '@pipewright/contract'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { FormEngine } from '../engine/form-engine.ts'
import type { RecordFormProps } from '../record-form-props.ts'
import { FormStore } from './form-store.ts'

/** Typed values of fields that still exist. */
const stillKnown = (engine: FormEngine, typed: Values): Values =>
  Object.fromEntries(Object.entries(typed).filter(([key]) => engine.fields.has(key)))

/** What the form lies on: the record, or what a new one of the type that is typed starts with. */
function baseOf(engine: FormEngine, { mode, values, start }: RecordFormProps, typed: Values): Values {
  if (mode !== 'create') return values
  const { startsBy } = engine
  const chosen = startsBy === undefined ? undefined : typed[startsBy]
  const given =
    startsBy === undefined || chosen === undefined || chosen === null
      ? values
      : { ...values, [startsBy]: chosen }
  return engine.defaults(given, start)
}

/** Another type lays other starting values under what is typed. */
function useTypeStart(store: FormStore, engine: FormEngine, props: RecordFormProps): void {
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const { startsBy } = engine
  const isNew = props.mode === 'create'
  useEffect(() => {
    if (startsBy === undefined || !isNew) return undefined
    let before = store.values()[startsBy]
    return store.onChange((typed) => {
      const now = store.values()[startsBy]
      if (now === before) return
      before = now
      store.rebase(engine, baseOf(engine, latest.current, typed))
    })
  }, [store, engine, startsBy, isNew])
}

/** One store per opened form; a changed record or definition is laid under what is typed. */
export function useRecordStore(engine: FormEngine, props: RecordFormProps): FormStore {
  const { values, start, mode, draft, problems, onChange } = props
  const isNew = mode === 'create'
  const [store] = useState(() => {
    const typed = { ...(isNew ? values : {}), ...stillKnown(engine, draft ?? {}) }
    return new FormStore({ engine, base: baseOf(engine, props, typed), isNew, typed })
  })
  const opened = useRef({ engine, values, start })
  useLayoutEffect(() => {
    const before = opened.current
    opened.current = { engine, values, start }
    if (before.engine !== engine || before.values !== values || before.start !== start)
      store.rebase(engine, baseOf(engine, props, store.changes()))
  })
  useTypeStart(store, engine, props)
  useEffect(() => {
    if (problems !== undefined) store.showProblems(problems)
  }, [store, problems])
  useEffect(() => (onChange === undefined ? undefined : store.onChange(onChange)), [store, onChange])
  return store
}
