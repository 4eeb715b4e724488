import type { RecordAnswer, Values } from '@pipewright/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { sameValue } from '../environment/same-value.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { draftKey, useFormDraft } from '../form/use-form-draft.ts'

export interface RecordDraft {
  /** What was typed when the record was opened before. */
  readonly draft: Values | null
  /** It is shown again, and the record does not say it yet. */
  readonly restored: boolean
  readonly keep: (values: Values) => void
  readonly forget: () => void
  /** Notes what is being saved; the answer, called after success, keeps only what was typed since. */
  readonly beginSave: () => () => void
}

/** What one member typed into a record and did not save. */
export function useRecordDraft(form: string, record: RecordAnswer, drafts: Storage | undefined): RecordDraft {
  const key = draftKey(useRenderer().me, form, record.id)
  const { draft, keep, forget, beginSave } = useFormDraft(key, drafts)
  const [restored, setRestored] = useState(draft !== null)
  // What a save that was under way has brought to the record meanwhile is typed no longer.
  const isUnsaved = Object.entries(draft ?? {}).some(([key, value]) => !sameValue(value, record.values[key]))
  const touched = useRef(false)
  useEffect(() => {
    if (draft !== null && !isUnsaved && !touched.current) forget()
  }, [draft, isUnsaved, forget])
  return {
    draft,
    restored: restored && isUnsaved,
    keep: useCallback(
      (values) => {
        touched.current = true
        keep(values)
      },
      [keep],
    ),
    forget: () => {
      forget()
      setRestored(false)
    },
    beginSave: () => {
      const settle = beginSave()
      return () => {
        settle()
        setRestored(false)
      }
    },
  }
}
