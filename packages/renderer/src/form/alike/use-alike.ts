import type { Matches, Values } from '@pipewright/contract'
import { matchRuleFields, matchRulesOf } from '@pipewright/metadata'
import { createContext, useEffect, useMemo, useRef, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { FormEngine } from '../engine/form-engine.ts'
import type { RecordFormProps } from '../record-form-props.ts'
import { sendableValues } from '../sendable-values.ts'
import type { FormStore } from '../store/form-store.ts'

const pauseMs = 400

/** Records that look the same as the one that is being entered, at the field that tells so. */
export interface Alike {
  readonly form: string
  /** The field the hint stands at. */
  readonly at: string
  readonly found: Matches
  /** Takes a found record instead of making another one. */
  readonly onUse: ((id: string) => void) | undefined
  /** The record that is being changed. */
  readonly record: string | undefined
}

export const AlikeContext = createContext<Alike | null>(null)

const nothing = '{}'

/** Looks for records that look the same while somebody types into what tells them apart; it never stands in the way. */
export function useAlike(store: FormStore, engine: FormEngine, props: RecordFormProps): Alike | null {
  const { index, data } = useRenderer()
  const { form: key, mode, rights, record, onUse } = props
  const { fields } = engine
  const { findMatches } = data
  const [hint, setHint] = useState<{ readonly at: string; readonly found: Matches } | null>(null)
  const last = useRef(nothing)
  useEffect(() => {
    const form = index.form(key)
    const compared = new Set(form === undefined ? [] : matchRulesOf(form).flatMap(matchRuleFields))
    if (findMatches === undefined || mode === 'read' || compared.size === 0) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const only = (values: Values): Values =>
      Object.fromEntries(
        Object.entries(values).filter(([name, value]) => compared.has(name) && value !== null),
      )
    const look = (asked: string, values: Values, touched: readonly string[]) => {
      findMatches(key, { values, ...(record === undefined ? {} : { except: record }) })
        .then((found) => {
          if (asked !== last.current) return
          const named = found.matches.flatMap((match) => match.fields)
          const at = touched.find((name) => named.includes(name)) ?? named[0] ?? touched[0]
          const isAny = found.matches.length + found.hidden.length > 0
          setHint(isAny && at !== undefined ? { at, found } : null)
        })
        // A hint only: without an answer there is none.
        .catch(() => setHint(null))
    }
    const consider = () => {
      const touched = Object.keys(store.changes()).filter((name) => compared.has(name))
      const values = touched.length === 0 ? {} : only(sendableValues(fields, store.values(), rights))
      const asked = JSON.stringify(values)
      if (asked === last.current) return
      last.current = asked
      clearTimeout(timer)
      timer = setTimeout(
        () => (asked === nothing ? setHint(null) : look(asked, values, touched.toReversed())),
        pauseMs,
      )
    }
    const stop = store.onChange(consider)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [index, findMatches, key, mode, record, rights, fields, store])
  return useMemo(
    () => (hint === null ? null : { ...hint, form: key, onUse, record }),
    [hint, key, onUse, record],
  )
}
