import type { Problem } from '@pipewright/contract'
import type { LocalizedText } from '@pipewright/schemas'
import { App } from 'antd'
import { useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface PublishOptions {
  readonly onPublished: (revision: number) => void
  readonly onChanged: () => void
}

/** Publishing, and carrying the draft over when somebody else was first. */
export function usePublish({ onPublished, onChanged }: PublishOptions) {
  const t = useTexts()
  const { message } = App.useApp()
  const { store } = useDesign()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | 'lost' | null>(null)
  const [conflicts, setConflicts] = useState<readonly LocalizedText[]>([])
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    await work()
    setBusy(false)
  }
  return {
    busy,
    problem,
    conflicts,
    publish: () =>
      during(async () => {
        const result = await store.publish()
        if (!result.ok) return setProblem(result.problem ?? 'lost')
        setConflicts([])
        void message.success(t('review.published', { revision: result.answer.revision }))
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
