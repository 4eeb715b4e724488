import type { BulkJob } from '@pipewright/contract'
import { useCount } from '@pipewright/renderer'
import { Alert, Button, Progress, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { client, fetchFile } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useUndoChange } from '../../undo/use-undo-change.tsx'
import { saveFile } from '../list/save-file.ts'
import { endingOf } from './ending-of.ts'
import { JobResults, type Which } from './job-results.tsx'
import { useJob } from './use-job.ts'
import '../list/bulk/bulk.css'

function Results({ job }: { readonly job: BulkJob }) {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const said = useCount()
  const left = job.total - job.done - job.refused
  const counts: Readonly<Record<Which, number>> = {
    refused: job.refused,
    warned: job.warned,
    done: job.done,
    waiting: left,
  }
  const labels = {
    refused: 'bulkRefused',
    warned: 'bulkWarned',
    done: 'bulkDone',
    waiting: 'bulkWaiting',
  } as const
  const tabs = (['refused', 'warned', 'done', 'waiting'] as const).filter((which) => counts[which] > 0)
  const [chosen, choose] = useState<string | null>(null)
  const download = async (format: 'csv' | 'xlsx') => {
    const file = await fetchFile(`/api/w/${workspace}/bulk-jobs/${job.id}/file`, { format })
    saveFile(file, `${text('bulkResult')}.${format}`)
  }
  return (
    <>
      <div className="bulk-foot">
        <Button size="small" onClick={() => void download('csv')}>
          CSV
        </Button>
        <Button size="small" onClick={() => void download('xlsx')}>
          Excel
        </Button>
      </div>
      <Tabs
        activeKey={tabs.find((which) => which === chosen) ?? tabs[0] ?? ''}
        onChange={choose}
        items={tabs.map((which) => ({
          key: which,
          label: text(labels[which], { count: said(counts[which], true) }),
          children: <JobResults job={job.id} which={which} />,
        }))}
      />
    </>
  )
}

/** How far it is, or how it ended. */
function Progressed({ job }: { readonly job: BulkJob }) {
  const text = useText()
  const said = useCount()
  const worked = job.done + job.refused
  const told = { done: said(worked, true), of: said(job.total, true), refused: said(job.refused, true) }
  if (job.state !== 'running') {
    const ending = endingOf(job.state, job.refused)
    return (
      <>
        <Alert type={ending.type} showIcon title={text(ending.text, told)} />
        {job.undoneBy !== null && <Alert type="info" title={text('bulkUndone')} />}
        <Results key={job.state} job={job} />
      </>
    )
  }
  return (
    <>
      <Progress
        percent={job.total === 0 ? 0 : Math.floor((worked / job.total) * 100)}
        aria-label={text('bulkRunning', told)}
      />
      <p aria-live="polite">{text('bulkRunning', told)}</p>
      <p>{text('bulkMayLeave')}</p>
    </>
  )
}

/** How far a change of many records is, what came of it, and what can be done about it. */
export function JobView({ id, onLeave }: { readonly id: string; readonly onLeave?: () => void }) {
  const app = useWorkspace()
  const navigate = useNavigate()
  const text = useText()
  const call = useCall()
  const undoChange = useUndoChange()
  const { job, take } = useJob(id)
  if (job === undefined) return <Skeleton active />
  const at = { params: { workspace: app.workspace.key, id }, body: {} }
  const move = async (route: 'cancelBulk' | 'continueBulk') => {
    const moved = await call.run(() => client.call(route, at))
    if (moved !== undefined) take(moved)
  }
  const undo = async () => {
    const begun = await call.run(() => client.call('undoBulk', at))
    if (begun === undefined) return
    onLeave?.()
    void navigate(workspacePath(app, `/changes/${begun.id}`))
  }
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Progressed job={job} />
      <div className="bulk-foot">
        {job.state === 'running' && (
          <Button loading={call.busy} onClick={() => void move('cancelBulk')}>
            {text('bulkStop')}
          </Button>
        )}
        {(job.state === 'cancelled' || job.state === 'failed') && (
          <Button loading={call.busy} onClick={() => void move('continueBulk')}>
            {text('bulkContinue')}
          </Button>
        )}
        {job.action.type === 'edit' && job.state !== 'running' && job.done > 0 && (
          <Button onClick={() => void undoChange(job.id)}>{text('bulkUndo')}</Button>
        )}
        {job.mayUndo && (
          <Button loading={call.busy} onClick={() => void undo()}>
            {text('bulkUndo')}
          </Button>
        )}
        {onLeave !== undefined && (
          <Button type="primary" onClick={onLeave}>
            {text('close')}
          </Button>
        )}
      </div>
    </>
  )
}
