import type { RecordAnswer, Values } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { finishStep } from '../../first-steps/kept-steps.ts'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useText } from '../../texts/use-text.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** Saves the new column of a card and waits for the sums that follow from it. */
export function useMoveCard(form: string): (record: RecordAnswer, values: Values) => Promise<void> {
  const queries = useQueryClient()
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const offerUndo = useOfferUndo()
  return async ({ id, version, title }, values) => {
    const set = newChangeSet()
    await client.call('updateRecord', {
      params: { workspace, form, id },
      body: { version, values },
      changeSet: { id: set, way: 'move' },
    })
    offerUndo(text('moved', { title }), set)
    finishStep(workspace, 'move')
    await refreshRecords(queries)
  }
}
