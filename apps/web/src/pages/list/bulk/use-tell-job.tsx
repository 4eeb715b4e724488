import type { BulkJob } from '@pipewright/contract'
import { App, Button } from 'antd'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { useOfferUndo } from '../../../undo/use-offer-undo.tsx'
import { useWarnings } from '../../use-warnings.tsx'

const shownSeconds = 8

/** Says beside the page what came of few records that were changed at once. */
export function useTellJob(onOpen: (job: BulkJob) => void, onUndoDelete: () => void) {
  const { workspace } = useWorkspace()
  const text = useText()
  const warn = useWarnings()
  const offerUndo = useOfferUndo()
  const { message } = App.useApp()
  const resultsOf = (job: BulkJob, which: 'refused' | 'warned') =>
    client.call('listBulkResults', { params: { workspace: workspace.key, id: job.id }, query: { which } })
  const withLink = (said: string, label: string, go: () => void) => (
    <>
      {said}{' '}
      <Button type="link" size="small" onClick={go}>
        {label}
      </Button>
    </>
  )
  const tellRefused = async (job: BulkJob) => {
    const { records } = await resultsOf(job, 'refused')
    const refusal = records[0]?.refusal
    const why = [refusal?.message, ...(refusal?.errors ?? []).map((error) => error.message)]
    const said = [text('refusedMany', { count: job.refused }), ...why].filter(Boolean).join(' ')
    void message.warning({
      duration: shownSeconds,
      content: withLink(said, text('bulkShowResult'), () => onOpen(job)),
    })
  }
  const tellDone = ({ id, action: { type }, done, refused, warned }: BulkJob) => {
    if (type === 'delete')
      void message.success({
        duration: shownSeconds,
        content: withLink(text('deletedMany', { count: done }), text('undo'), onUndoDelete),
      })
    else if (type === 'edit') offerUndo(text('saved'), id)
    else if (type === 'button') void message.success(text('pressedMany', { count: done }))
    else if (type === 'restore') void message.success(text('bulkRestored', { count: done }))
    else if (type !== 'purge' && refused === 0 && warned === 0) void message.success(text('saved'))
  }
  return async (job: BulkJob) => {
    if (job.refused > 0) await tellRefused(job)
    if (job.done > 0) tellDone(job)
    if (job.warned > 0) warn((await resultsOf(job, 'warned')).records.flatMap(({ warnings }) => warnings))
  }
}
