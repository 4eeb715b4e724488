import type { Values } from '@pipewright/contract'
import { useCallback, useEffect, useMemo, useRef } from 'react'

export interface FormDraft {
  /** What was typed before, null when nothing is kept. */
  readonly draft: Values | null
  readonly keep: (values: Values) => void
  readonly forget: () => void
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
        try {
          if (Object.keys(values).length === 0) storage?.removeItem(key)
          else storage?.setItem(key, JSON.stringify(values))
        } catch {
          // A full or forbidden storage must not keep anybody from typing.
        }
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
  return { draft, keep, forget }
}
