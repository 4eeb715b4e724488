import type { RecordAnswer } from '@pipewright/contract'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { lazy, Suspense } from 'react'
import { listed, useUiLocale } from '@pipewright/ui'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

const MergedNotice = lazy(async () => ({
  default: (await import('../merge/merged-away.tsx')).MergedNotice,
}))

/** Why the record cannot be changed now: it is in the recycle bin, or whose decision it waits for. */
export function LockNotice(props: { form: string; record: RecordAnswer }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const { id, version, locked_by: lock } = props.record
  const params = { workspace: app.workspace.key, form: props.form, id }
  const runs = useQuery({
    queryKey: ['runs', params.workspace, params.form, id, version],
    queryFn: () => client.call('listRuns', { params }),
    enabled: lock !== null,
  })
  if (props.record.deleted_at !== null)
    return (
      <>
        <Alert type="warning" showIcon title={text('recordInBin')} style={{ marginBottom: 16 }} />
        <Suspense fallback={null}>
          <MergedNotice form={props.form} id={id} />
        </Suspense>
      </>
    )
  if (lock === null) return null
  const waiting = runs.data?.runs
    .find((run) => run.state === 'open')
    ?.steps.find((step) => step.state === 'waiting')
  const names = (waiting?.approvers ?? []).flatMap(
    (approver) => app.people.find((person) => person.id === approver)?.name ?? [],
  )
  return (
    <Alert
      type="info"
      showIcon
      title={names.length === 0 ? text('runOpen') : text('stepWaiting', { names: listed(names, locale) })}
      style={{ marginBottom: 16 }}
    />
  )
}
