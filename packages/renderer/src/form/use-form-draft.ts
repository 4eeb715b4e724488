import type { Values } from '@pipewright/contract'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { readDraft, withoutSent, writeDraft, type DraftBase } from './kept-draft.ts'

export interface FormDraft {
  /** What was typed before, null when nothing is kept. */
  readonly draft: Values | null
  /** What of a stored record that was typed on; null when that is not known. */
  readonly base: DraftBase | null
  readonly keep: (values: Values, base?: DraftBase | null) => void
  readonly forget: () => void
  /** Notes what is being saved; the answer, called after success, forgets that and keeps what was typed since. */
  readonly beginSave: () => () => void
}

const pause = 400

/** What one member typed into a record; who signs in next at the same browser does not find it. */
export const draftKey = (member: string, form: string, record: string): string =>
  `draft/${member}/${form}/${record}`

/** Keeps typed text over a reload, per key ("draft/opportunity/<id>"); writes at most every 400 ms. */
export function useFormDraft(key: string, storage: Storage | undefined): FormDraft {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const waiting = useRef<(() => void) | null>(null)
  const kept = useMemo(() => readDraft(key, storage), [key, storage])
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
    (values: Values, base: DraftBase | null = null) => {
      clearTimeout(timer.current)
      waiting.current = () => {
        writeDraft(key, storage, { values, base })
      }
      if (Object.keys(values).length === 0) flush()
      else timer.current = setTimeout(flush, pause)
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
      writeDraft(key, storage, withoutSent(readDraft(key, storage), sent))
    }
  }, [key, storage, flush])
  return { draft: kept?.values ?? null, base: kept?.base ?? null, keep, forget, beginSave }
}
