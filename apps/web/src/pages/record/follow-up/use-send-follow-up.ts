import { ProblemError } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { client } from '../../../queries/client.ts'
import { refreshRecords } from '../../../queries/records.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { newChangeSet } from '../../../undo/new-change-set.ts'
import { useOfferUndo } from '../../../undo/use-offer-undo.tsx'
import type { FollowUpDraft } from './follow-up-draft.ts'

/** Saves a follow-up and offers to take it back; a refusal is said and answers false, and what was written stays. */
export function useSendFollowUp(form: string, id: string): (draft: FollowUpDraft) => Promise<boolean> {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const queries = useQueryClient()
  const { message } = useSay()
  const offerUndo = useOfferUndo()
  return async ({ text: words, kind, next, sending }) => {
    const set = newChangeSet()
    try {
      await client.call('logFollowUp', {
        params: { workspace, form, id },
        body: { text: words.trim(), next, ...(kind === null ? {} : { kind }) },
        idempotencyKey: sending,
        changeSet: { id: set },
      })
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined
      message.error(problem?.errors?.[0]?.message ?? problem?.title ?? text('offline'))
      return false
    }
    void refreshRecords(queries)
    void queries.invalidateQueries({ queryKey: ['tasks', workspace] })
    offerUndo(text('followUpNoted'), set)
    return true
  }
}
