import type { MergedInto } from '@pipewright/contract'
import { EmptyState, PageSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { client } from '../../queries/client.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { useMergeText } from './use-merge-text.ts'

interface Site {
  readonly form: string
  readonly id: string
}

/** Where a record went that was merged into another; null when it was not, or into one that the member may not see. */
function useMergedInto({ form, id }: Site) {
  const workspace = useWorkspace().workspace.key
  return useQuery({
    queryKey: ['records', form, 'merged', id],
    queryFn: () => client.call('findMerged', { params: { workspace, form, id } }),
    retry: false,
  })
}

function MergedPage({ form, into }: { readonly form: string; readonly into: MergedInto }) {
  const app = useWorkspace()
  const text = useMergeText()
  const title = text('into', { title: into.title || '–' })
  usePageTitle(title)
  return (
    <>
      <h1 className="pw-hidden-text">{title}</h1>
      <EmptyState
        icon="swap"
        title={title}
        text={text('intoHint')}
        action={
          <Link to={workspacePath(app, `/f/${form}/${into.id}`)} replace>
            <Button type="primary" tabIndex={-1}>
              {text('openInto', { title: into.title || '–' })}
            </Button>
          </Link>
        }
      />
    </>
  )
}

/** The page of a record that is not there any more: where it went, or that nothing is known of it. */
export function MergedAway(site: Site) {
  const found = useMergedInto(site)
  if (found.isPending) return <PageSkeleton />
  const into = found.data?.into ?? null
  return into === null ? <NotFoundPage /> : <MergedPage form={site.form} into={into} />
}

/** Where a record went that lies in the recycle bin since it was merged. */
export function MergedNotice(site: Site) {
  const app = useWorkspace()
  const text = useMergeText()
  const into = useMergedInto(site).data?.into ?? null
  if (into === null) return null
  return (
    <Alert
      type="info"
      showIcon
      title={text('into', { title: into.title || '–' })}
      action={
        <Link to={workspacePath(app, `/f/${site.form}/${into.id}`)}>
          {text('openInto', { title: into.title || '–' })}
        </Link>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
