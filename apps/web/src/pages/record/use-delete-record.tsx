import { ProblemError, type RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'

/** Moves the record to the recycle bin, goes to the list and offers to undo it. */
export function useDeleteRecord(form: Form, record: RecordAnswer): () => Promise<void> {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = useSay()
  const offerUndo = useOfferUndo()
  const params = { workspace: app.workspace.key, form: form.key, id: record.id }
  const say = (error: unknown) =>
    message.error(error instanceof ProblemError ? error.problem.title : text('offline'))
  return async () => {
    const set = newChangeSet()
    try {
      await client.call('deleteRecord', {
        params,
        query: { version: String(record.version) },
        changeSet: { id: set },
      })
    } catch (error) {
      return say(error)
    }
    void navigate(workspacePath(app, `/f/${form.key}`))
    void refreshRecords(queries)
    offerUndo(text('deleted', { title: record.title }), set)
  }
}
