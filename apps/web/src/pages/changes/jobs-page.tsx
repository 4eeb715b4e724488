import { Moment, useCount } from '@pipewright/renderer'
import { EmptyState, PageHeader, PageSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { JobView } from './job-view.tsx'
import { useJob } from './use-job.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { useJobName } from './use-job-name.ts'

/** One change of many records. */
export function JobPage() {
  const { id = '' } = useParams()
  const text = useText()
  const { job, query } = useJob(id)
  const nameOf = useJobName()
  const title = job === undefined ? text('bulkJobs') : nameOf(job)
  usePageTitle(title)
  if (query.isError) return <NotFoundPage />
  return (
    <>
      <PageHeader title={title} />
      <div className="page-body">
        <JobView id={id} />
      </div>
    </>
  )
}

/** What I changed many records by, in the last thirty days. */
export function JobsPage() {
  const app = useWorkspace()
  const text = useText()
  const count = useCount()
  const nameOf = useJobName()
  const jobs = useQuery({
    queryKey: ['bulk-job', app.workspace.key],
    queryFn: () => client.call('listBulkJobs', { params: { workspace: app.workspace.key } }),
  })
  usePageTitle(text('bulkJobs'))
  if (jobs.isPending) return <PageSkeleton />
  const all = jobs.data?.jobs ?? []
  return (
    <>
      <PageHeader title={text('bulkJobs')} />
      <div className="page-body">
        {all.length === 0 && <EmptyState title={text('bulkNoJobs')} text={text('bulkNoJobsHint')} />}
        <ul className="bulk-results">
          {all.map((job) => (
            <li key={job.id}>
              <Link to={workspacePath(app, `/changes/${job.id}`)}>{nameOf(job)}</Link>
              <div>
                <Moment at={job.createdAt} /> ·{' '}
                {text('bulkJobLine', {
                  done: count(job.done, true),
                  refused: count(job.refused, true),
                  of: count(job.total, true),
                })}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
