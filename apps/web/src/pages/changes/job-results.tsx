import type { BulkResult } from '@pipewright/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { Link } from 'react-router'
import { client } from '../../queries/client.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

const thingTexts = {
  approvals: 'handOverTask',
  tasks: 'handOverOneTask',
  sharedViews: 'handOverOneView',
  privateViews: 'handOverOneView',
  follows: 'handOverOneFollow',
  favourites: 'handOverOneFavourite',
} as const

export type Which = 'refused' | 'warned' | 'done' | 'waiting'

const saidOf = ({ refusal, warnings }: BulkResult): string =>
  refusal === null
    ? warnings.map(({ message }) => message).join(' ')
    : [refusal.message, ...refusal.errors.map(({ message }) => message)].join(' ')

/** What came of the records, each with a link and why. */
export function JobResults({ job, which }: { job: string; which: Which }) {
  const app = useWorkspace()
  const text = useText()
  const params = { workspace: app.workspace.key, id: job }
  const pages = useInfiniteQuery({
    queryKey: ['bulk-job', params.workspace, job, 'results', which],
    queryFn: ({ pageParam }) =>
      client.call('listBulkResults', {
        params,
        query: { which, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  if (pages.isPending) return <Skeleton active />
  const all = pages.data?.pages.flatMap(({ records }) => records) ?? []
  return (
    <>
      <ul className="bulk-results">
        {all.map((result) => (
          <li key={result.place}>
            {result.title === null || result.form === null ? (
              text(result.thing === null ? 'bulkHidden' : thingTexts[result.thing])
            ) : (
              <Link to={workspacePath(app, `/f/${result.form}/${result.id}`)}>
                {result.title || text('bulkUntitled')}
              </Link>
            )}
            {saidOf(result) !== '' && <div>{saidOf(result)}</div>}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {text('bulkMoreResults')}
        </Button>
      )}
    </>
  )
}
