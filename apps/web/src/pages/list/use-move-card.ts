import type { RecordAnswer, Values } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { finishStep } from '../../first-steps/kept-steps.ts'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** Saves the new column of a card and waits for the sums that follow from it. */
export function useMoveCard(form: string): (record: RecordAnswer, values: Values) => Promise<void> {
  const queries = useQueryClient()
  const workspace = useWorkspace().workspace.key
  return async ({ id, version }, values) => {
    await client.call('updateRecord', { params: { workspace, form, id }, body: { version, values } })
    finishStep(workspace, 'move')
    await refreshRecords(queries)
  }
}
