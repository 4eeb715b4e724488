import type { Export } from '@pipewright/contract'
import { Moment, useCount } from '@pipewright/renderer'
import { EmptyState, PageHeader, PageSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Progress } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useDay } from '../../shell/use-day.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import './exports.css'

const polled = 1000

function Standing({ job }: { readonly job: Export }) {
  const text = useText()
  const count = useCount()
  const day = useDay()
  if (job.error !== null) return <Alert type="error" showIcon title={job.error} />
  if (job.until !== null)
    return (
      <div className="quiet">
        {text('exportDone', {
          count: count(job.done, true),
          until: day(job.until),
        })}
      </div>
    )
  const { done, total } = job
  const said =
    total === null
      ? text('exportWaiting')
      : text('exportRunning', { done: count(done, true), of: count(total, true) })
  return (
    <>
      <Progress
        percent={total === null || total === 0 ? 0 : Math.min(99, Math.floor((done / total) * 100))}
        aria-label={said}
      />
      <div aria-live="polite">{said}</div>
    </>
  )
}

/** What it is called, and what can be done with it. */
function Named({ job, onDrop }: { readonly job: Export; readonly onDrop: () => void }) {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  return (
    <Flex wrap gap={8} align="center" justify="space-between">
      <div>
        <div>{job.fileName}</div>
        <div className="quiet">
          <Moment at={job.at} />
        </div>
      </div>
      <Flex gap={8}>
        {job.state === 'done' && (
          <Button
            type="primary"
            href={`/api/w/${workspace}/exports/${job.id}/file`}
            download={job.fileName}
            aria-label={text('exportFetch', { name: job.fileName })}
          >
            {text('exportFetchShort')}
          </Button>
        )}
        <Button
          aria-label={text(job.state === 'running' ? 'exportStop' : 'exportDrop', {
            name: job.fileName,
          })}
          onClick={() => onDrop()}
        >
          {text(job.state === 'running' ? 'cancel' : 'remove')}
        </Button>
      </Flex>
    </Flex>
  )
}

/** Large files of mine: how far they are, and those that are ready. */
export function ExportsPage() {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const call = useCall()
  const query = useQuery({
    queryKey: ['exports', workspace],
    queryFn: () => client.call('listExports', { params: { workspace } }),
    refetchInterval: ({ state }) =>
      state.data?.exports.some((job) => job.state === 'running') === true ? polled : false,
  })
  usePageTitle(text('exportsPage'))
  if (query.isPending) return <PageSkeleton />
  const jobs = query.data?.exports ?? []
  const drop = async ({ id }: Export) => {
    await call.run(() => client.call('cancelExport', { params: { workspace, id }, body: {} }))
    await query.refetch()
  }
  return (
    <>
      <PageHeader title={text('exportsPage')} />
      <div className="page-body">
        <CallNotice problem={call.problem} lost={call.lost} />
        {jobs.length === 0 && <EmptyState title={text('exportsNone')} text={text('exportsNoneHint')} />}
        <ul className="exports" aria-label={text('exportsPage')}>
          {jobs.map((job) => (
            <li key={job.id}>
              <Named job={job} onDrop={() => void drop(job)} />
              <Standing job={job} />
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
