import type { RecordAnswer } from '@pipewright/contract'
import { useMemo, useState } from 'react'
import type { RecordSpan } from './record-span.ts'

/** Where a record is shown until the list says the same. */
interface Draft {
  readonly span: RecordSpan
  /** The version of the record that it was moved from. */
  readonly version: number
  readonly saved: boolean
}

/** Periods that were chosen and are not in the list yet. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  return useMemo(
    () => ({
      of: ({ id, version }: RecordAnswer): RecordSpan | undefined => {
        const draft = drafts.get(id)
        return draft !== undefined && (!draft.saved || version <= draft.version) ? draft.span : undefined
      },
      put: ({ id, version }: RecordAnswer, span: RecordSpan) =>
        setDrafts((now) => new Map(now).set(id, { span, version, saved: false })),
      /** It is saved, or was refused: unless it was moved on meanwhile. */
      settle: ({ id }: RecordAnswer, span: RecordSpan, saved: boolean) =>
        setDrafts((now) => {
          const draft = now.get(id)
          if (draft?.span !== span) return now
          const next = new Map(now)
          if (saved) next.set(id, { ...draft, saved })
          else next.delete(id)
          return next
        }),
    }),
    [drafts],
  )
}
