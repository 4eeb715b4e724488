import { ProblemError, type RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** Moves the record to the recycle bin, goes to the list and offers to undo it. */
export function useDeleteRecord(form: Form, record: RecordAnswer): () => Promise<void> {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const params = { workspace: app.workspace.key, form: form.key, id: record.id }
  const say = (error: unknown) =>
    void message.error(error instanceof ProblemError ? error.problem.title : text('offline'))
  const refresh = () => refreshRecords(queries)
  const restore = async () => {
    try {
      const back = await client.call('restoreRecord', { params, body: { version: record.version + 1 } })
      void message.success(text('restored', { title: back.title }))
      await refresh()
    } catch (error) {
      say(error)
    }
  }
  return async () => {
    try {
      await client.call('deleteRecord', { params, query: { version: String(record.version) } })
    } catch (error) {
      return say(error)
    }
    void navigate(workspacePath(app, `/f/${form.key}`))
    void refresh()
    void message.success({
      duration: 8,
      content: (
        <>
          {text('deleted', { title: record.title })}{' '}
          <Button type="link" size="small" onClick={() => void restore()}>
            {text('undo')}
          </Button>
        </>
      ),
    })
  }
}
