import type { RecordAnswer } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'
import type { Choices } from './merge-choices.ts'
import { useMergeText } from './use-merge-text.ts'

/** Merges records into the one that stays and offers to take that back. */
export function useMerge(form: string, onMerged: (survivor: string) => void) {
  const workspace = useWorkspace().workspace.key
  const queries = useQueryClient()
  const text = useMergeText()
  const call = useCall()
  const offerUndo = useOfferUndo()
  const merge = async (survivor: RecordAnswer, records: readonly RecordAnswer[], choices: Choices) => {
    const set = newChangeSet()
    const others = records.filter(({ id }) => id !== survivor.id).map(({ id, version }) => ({ id, version }))
    const done = await call.run(() =>
      client.call('mergeRecords', {
        params: { workspace, form, id: survivor.id },
        body: { version: survivor.version, others, choices: { ...choices } },
        changeSet: { id: set },
      }),
    )
    // What was refused was perhaps changed meanwhile: it is looked at anew.
    void refreshRecords(queries)
    if (done === undefined) return
    offerUndo(text('merged', { title: done.title }), set)
    onMerged(survivor.id)
  }
  return { call, merge }
}
