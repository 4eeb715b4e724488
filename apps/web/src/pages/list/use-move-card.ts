import type { RecordAnswer, Values } from '@pipewright/contract'
import { finishStep } from '../../first-steps/kept-steps.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useSaveRecord } from './use-save-record.ts'

/** Saves the new column of a card and waits for the sums that follow from it. */
export function useMoveCard(
  form: string,
): (record: RecordAnswer, values: Values, done: string) => Promise<void> {
  const workspace = useWorkspace().workspace.key
  const save = useSaveRecord(form)
  return async (record, values, done) => {
    await save(record, values, done)
    finishStep(workspace, 'move')
  }
}
