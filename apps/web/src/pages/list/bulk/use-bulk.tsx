import type { BulkAction, BulkJob, Selection } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { client } from '../../../queries/client.ts'
import { refreshRecords } from '../../../queries/records.ts'
import { useCall } from '../../../session/use-call.ts'
import { useWorkspace, workspacePath } from '../../../shell/workspace-context.ts'
import { useTellJob } from './use-tell-job.tsx'

/** Acts on few records at once: says what came of it, why some were refused, and offers to take a deletion back. */
export function useBulk(form: string, selection: Selection, onDone: () => void) {
  const app = useWorkspace()
  const params = { workspace: app.workspace.key, form }
  const queries = useQueryClient()
  const navigate = useNavigate()
  const call = useCall()
  const open = (job: BulkJob) => void navigate(workspacePath(app, `/changes/${job.id}`))
  const start = (action: BulkAction) =>
    call.run(() => client.call('startBulk', { params, body: { selection, action } }))
  const undoDelete = async () => {
    await start({ type: 'restore' })
    await refreshRecords(queries)
  }
  const tell = useTellJob(open, () => void undoDelete())
  const act = async (action: BulkAction) => {
    const job = await start(action)
    if (job === undefined) return
    if (job.state === 'running') return open(job)
    await tell(job)
    await refreshRecords(queries)
    if (action.type === 'submit') await queries.invalidateQueries({ queryKey: ['runs', params.workspace] })
    onDone()
  }
  return { call, act }
}
