import type { RecordAnswer, Values } from '@pipewright/contract'
import { useCallback, useEffect, useState } from 'react'
import { sameValue } from '../environment/same-value.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import type { DraftBase } from '../form/kept-draft.ts'
import { draftKey, useFormDraft } from '../form/use-form-draft.ts'

export interface RecordDraft {
  /** What was typed when the record was opened before, and the record did not hold when it was opened now. */
  readonly draft: Values | null
  /** What it was typed on; of a draft that does not say, the record as it was opened now. */
  readonly base: DraftBase | null
  /** It is shown again, and the record does not say it yet. */
  readonly restored: boolean
  readonly keep: (values: Values, base: DraftBase | null) => void
  readonly forget: () => void
  /** Notes what is being saved; the answer, called after success, keeps only what was typed since. */
  readonly beginSave: () => () => void
}

/** What of the words from before the record did not hold when it was opened, and what they lie on. */
function openDraft(kept: Pick<RecordDraft, 'draft' | 'base'>, { version, values }: RecordAnswer) {
  const unsaved = Object.entries(kept.draft ?? {}).filter(([key, value]) => !sameValue(value, values[key]))
  if (unsaved.length === 0) return { draft: null, base: null }
  const known = { ...values, ...kept.base?.values }
  const below = unsaved.map(([key]) => [key, known[key] ?? null] as const)
  return {
    draft: Object.fromEntries(unsaved),
    base: { version: kept.base?.version ?? version, values: Object.fromEntries(below) },
  }
}

/** What one member typed into a record and did not save. */
export function useRecordDraft(form: string, record: RecordAnswer, drafts: Storage | undefined): RecordDraft {
  const key = draftKey(useRenderer().me, form, record.id)
  const kept = useFormDraft(key, drafts)
  const { keep, forget, beginSave } = kept
  // Of one opening: what others save later over words that were saved does not make them typed again.
  const [{ draft, base }] = useState(() => openDraft(kept, record))
  const [restored, setRestored] = useState(draft !== null)
  // What a save that was under way has brought to the record meanwhile is typed no longer.
  if (restored && Object.entries(draft ?? {}).every(([key, value]) => sameValue(value, record.values[key])))
    setRestored(false)
  const keptFields = Object.keys(kept.draft ?? {}).length
  const isKept = keptFields === Object.keys(draft ?? {}).length && (keptFields === 0 || kept.base !== null)
  useEffect(() => {
    if (!isKept) keep(draft ?? {}, base)
  }, [isKept, keep, draft, base])
  return {
    draft,
    base,
    restored,
    keep,
    forget: useCallback(() => {
      forget()
      setRestored(false)
    }, [forget]),
    beginSave: () => {
      const settle = beginSave()
      return () => {
        settle()
        setRestored(false)
      }
    },
  }
}
