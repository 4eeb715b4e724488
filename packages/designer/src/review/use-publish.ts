import type { Impact, Problem } from '@pipewright/contract'
import type { LocalizedText } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { changedEffects, type ChangedEffect } from './changed-effects.ts'

export interface PublishOptions {
  readonly onPublished: (revision: number) => void
  readonly onChanged: () => void
  /** Publishing would do something else now than what was looked at. */
  readonly onMoved: (impact: Impact) => void
  /** It goes on in the background. */
  readonly onConverting: () => void
}

/** Publishing, and carrying the draft over when somebody else was first. */
export function usePublish({ onPublished, onChanged, onMoved, onConverting }: PublishOptions) {
  const t = useTexts()
  const { message } = useSay()
  const { store } = useDesign()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | 'lost' | null>(null)
  const [conflicts, setConflicts] = useState<readonly LocalizedText[]>([])
  const [moved, setMoved] = useState<readonly ChangedEffect[] | null>(null)
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    setMoved(null)
    await work()
    setBusy(false)
  }
  return {
    busy,
    problem,
    conflicts,
    moved,
    publish: (seen: Impact) =>
      during(async () => {
        const result = await store.publish(seen.token)
        const now = result.ok ? undefined : result.problem?.impact
        if (now !== undefined) {
          setMoved(changedEffects(seen, now))
          return onMoved(now)
        }
        if (!result.ok) return setProblem(result.problem ?? 'lost')
        setConflicts([])
        if (result.answer.converting) return onConverting()
        message.success(t('review.published', { revision: result.answer.revision }))
        onPublished(result.answer.revision)
      }),
    carryOver: () =>
      during(async () => {
        const result = await store.rebase()
        if (!result.ok) return setProblem(result.problem ?? 'lost')
        setConflicts(result.answer.conflicts)
        onChanged()
      }),
  }
}
