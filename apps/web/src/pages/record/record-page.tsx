import { ProblemError, type RecordAnswer, type Values } from '@pipewright/contract'
import { RecordPage, type RecordTab } from '@pipewright/renderer'
import { ErrorNotice, PageSkeleton } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { recordsKey, useHistory, useRecord } from '../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { ApprovalsPanel } from './approvals-panel.tsx'
import { LockNotice } from './lock-notice.tsx'
import { RecordActions } from './record-actions.tsx'

const tabs: readonly RecordTab[] = ['details', 'related', 'timeline', 'approvals']

function useRecordHistory(workspace: string, form: string, id: string) {
  const history = useHistory(workspace, form, id)
  const pages = history.data?.pages ?? []
  return {
    events: pages.flatMap((page) => page.events),
    titles: Object.assign({}, ...pages.map((page) => page.titles)) as Record<string, string>,
    loading: history.isPending,
    hasMore: history.hasNextPage,
    onMore: () => void history.fetchNextPage(),
  }
}

/** One record with its path, facts, tabs and actions. */
export function OneRecordPage() {
  const app = useWorkspace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { form: key = '', id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const rights = app.rights[key]
  const workspace = app.workspace.key
  const record = useRecord(workspace, key, id)
  const history = useRecordHistory(workspace, key, id)
  const title = record.data?.title ?? ''
  useEffect(() => {
    if (title !== '') document.title = `${title} · ${app.workspace.name}`
  }, [title, app.workspace.name])
  if (form === undefined || rights?.read !== true) return <NotFoundPage />
  if (record.isPending) return <PageSkeleton />
  if (record.data === undefined) {
    const problem = record.error instanceof ProblemError ? record.error.problem : null
    return problem?.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ErrorNotice problem={problem} onRetry={() => void record.refetch()} />
    )
  }
  const taken = (answer: RecordAnswer) => {
    queries.setQueryData([...recordsKey(workspace, key), 'one', id], answer)
    void queries.invalidateQueries({
      queryKey: ['records', workspace],
      predicate: ({ queryKey }) => queryKey[3] !== 'one' || queryKey[4] !== id,
    })
  }
  const save = async (values: Values, version: number) => {
    taken(
      await client.call('updateRecord', { params: { workspace, form: key, id }, body: { version, values } }),
    )
  }
  const asked = search.get('tab') as RecordTab | null
  const tab = asked !== null && tabs.includes(asked) ? asked : 'details'
  const hasWorkflow = app.definition.workflows.some((workflow) => workflow.form === key)
  const createRelated = (other: string, values: Values) =>
    void navigate(workspacePath(app, `/f/${other}/new?values=${encodeURIComponent(JSON.stringify(values))}`))
  return (
    <RecordPage
      form={key}
      record={record.data}
      rights={rights}
      onSave={save}
      history={history}
      tab={tab}
      onTab={(next) => setSearch(next === 'details' ? {} : { tab: next }, { replace: true })}
      actions={<RecordActions form={form} record={record.data} />}
      notice={<LockNotice record={record.data} />}
      {...(hasWorkflow ? { approvals: <ApprovalsPanel form={key} record={record.data} /> } : {})}
      drafts={localStorage}
      onCreateRelated={createRelated}
    />
  )
}
