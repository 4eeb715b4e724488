import { ErrorNotice, PageHeader, PageSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { emptyPlan, handOverOf, type Plan } from './hand-over-plan.ts'
import { PlanForm, type PlanProps } from './plan-form.tsx'
import { Shares } from './shares.tsx'
import '../list/bulk/bulk.css'
import './hand-over.css'

function HandOverForm({ from, things }: Pick<PlanProps, 'from' | 'things'>) {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const call = useCall()
  const [plan, setPlan] = useState<Plan>(emptyPlan)
  const [shown, show] = useState<string | null>(null)
  const params = { workspace: app.workspace.key, id: from }
  const body = handOverOf(plan, things)
  const question = JSON.stringify(body)
  const preview = useQuery({
    queryKey: ['hand-over', params.workspace, from, question],
    queryFn: () => (body === undefined ? null : client.call('previewHandOver', { params, body })),
    enabled: body !== undefined && shown === question,
    gcTime: 0,
    retry: false,
  })
  const begin = async () => {
    if (body === undefined) return
    const job = await call.run(() => client.call('handOver', { params, body }))
    if (job !== undefined) void navigate(workspacePath(app, `/changes/${job.id}`))
  }
  const seen = shown === question ? preview.data : undefined
  return (
    <>
      <PlanForm from={from} things={things} plan={plan} onPlan={setPlan} />
      {preview.isError && shown === question && (
        <ErrorNotice problem={null} onRetry={() => void preview.refetch()} />
      )}
      {seen !== null && seen !== undefined && <Shares preview={seen} />}
      <CallNotice problem={call.problem} lost={call.lost} />
      <div className="bulk-foot">
        <Button
          type={seen ? 'default' : 'primary'}
          disabled={body === undefined}
          loading={preview.isFetching}
          onClick={() => show(question ?? null)}
        >
          {text('bulkPreview')}
        </Button>
        <Button type="primary" disabled={!seen} loading={call.busy} onClick={() => void begin()}>
          {text('handOver')}
        </Button>
      </div>
    </>
  )
}

/** Everything that a member has goes to others. */
export function HandOverPage() {
  const app = useWorkspace()
  const text = useText()
  const { id = '' } = useParams()
  const params = { workspace: app.workspace.key, id }
  const name = app.people.find((one) => one.id === id)?.name
  const title = text('handOverTitle', { name: name ?? '' })
  usePageTitle(title)
  const things = useQuery({
    queryKey: ['belongings', params.workspace, id],
    queryFn: () => client.call('getBelongings', { params }),
    enabled: app.may.manageMembers,
  })
  if (!app.may.manageMembers || name === undefined) return <NotFoundPage />
  if (things.isPending) return <PageSkeleton />
  if (things.data === undefined) return <ErrorNotice problem={null} onRetry={() => void things.refetch()} />
  const { forms, tasks, own } = things.data
  const isNothing = forms.length === 0 && tasks === 0 && Object.values(own).every((count) => count === 0)
  return (
    <>
      <PageHeader title={title} />
      <div className="page-body">
        {isNothing ? <p>{text('handOverNothing')}</p> : <HandOverForm from={id} things={things.data} />}
      </div>
    </>
  )
}
