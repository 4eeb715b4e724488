import type { Values } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { finishStep } from '../../first-steps/kept-steps.ts'
import { client } from '../../queries/client.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'
import { useText } from '../../texts/use-text.ts'
import { oneRecordKey } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** Saves changed fields of a record; what else shows records is asked for again, the record itself just came. */
export function useSaveRecord(form: string, id: string): (values: Values, version: number) => Promise<void> {
  const app = useWorkspace()
  const queries = useQueryClient()
  const text = useText()
  const offerUndo = useOfferUndo()
  const workspace = app.workspace.key
  const stage = app.definition.forms.find(({ key }) => key === form)?.stageField
  return async (values, version) => {
    const own = oneRecordKey(workspace, form, id)
    const set = newChangeSet()
    const answer = await client.call('updateRecord', {
      params: { workspace, form, id },
      body: { version, values },
      changeSet: { id: set },
    })
    if (stage !== undefined && stage in values) finishStep(workspace, 'move')
    offerUndo(text('saved'), set)
    queries.setQueryData(own, answer)
    void queries.invalidateQueries({
      queryKey: ['records'],
      predicate: ({ queryKey }) => !own.every((part, at) => queryKey[at] === part),
    })
  }
}
