import type { Values } from '@pipewright/contract'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { sameValue } from '../environment/same-value.ts'

export interface FormDraft {
  /** What was typed before, null when nothing is kept. */
  readonly draft: Values | null
  readonly keep: (values: Values) => void
  readonly forget: () => void
  /** Notes what is being saved; the answer, called after success, forgets that and keeps what was typed since. */
  readonly beginSave: () => () => void
}

const pause = 400

function readDraft(key: string, storage: Storage | undefined): Values | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? 'null')
    return kept !== null && typeof kept === 'object' && !Array.isArray(kept) ? (kept as Values) : null
  } catch {
    return null
  }
}

function writeDraft(key: string, storage: Storage | undefined, values: Values): void {
  try {
    if (Object.keys(values).length === 0) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(values))
  } catch {
    // A full or forbidden storage must not keep anybody from typing.
  }
}

/** What is typed beyond what was sent. */
const without = (typed: Values | null, sent: Values | null): Values =>
  Object.fromEntries(
    Object.entries(typed ?? {}).filter(
      ([key, value]) => sent === null || !Object.hasOwn(sent, key) || !sameValue(value, sent[key]),
    ),
  )

/** What one member typed into a record; who signs in next at the same browser does not find it. */
export const draftKey = (member: string, form: string, record: string): string =>
  `draft/${member}/${form}/${record}`

/** Keeps typed text over a reload, per key ("draft/opportunity/<id>"); writes at most every 400 ms. */
export function useFormDraft(key: string, storage: Storage | undefined): FormDraft {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const waiting = useRef<(() => void) | null>(null)
  const draft = useMemo(() => readDraft(key, storage), [key, storage])
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current?.()
    waiting.current = null
  }, [])
  // What is typed in the last moment before the page goes is kept too.
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush, key])
  const keep = useCallback(
    (values: Values) => {
      clearTimeout(timer.current)
      waiting.current = () => {
        writeDraft(key, storage, values)
      }
      timer.current = setTimeout(flush, pause)
    },
    [key, storage, flush],
  )
  const forget = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current = null
    storage?.removeItem(key)
  }, [key, storage])
  const beginSave = useCallback(() => {
    flush()
    const sent = readDraft(key, storage)
    return () => {
      // Read anew: the record may have been left and opened again, and more been typed there.
      flush()
      writeDraft(key, storage, without(readDraft(key, storage), sent))
    }
  }, [key, storage, flush])
  return { draft, keep, forget, beginSave }
}
