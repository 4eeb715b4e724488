import { ProblemError, type BulkAction, type BulkPreview, type Selection } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useRenderer } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { client } from '../../../queries/client.ts'
import { CallNotice } from '../../../session/call-notice.tsx'
import { useCall } from '../../../session/use-call.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { TriedTable } from './tried-table.tsx'
import { useCounted } from './use-counted.ts'

interface PreviewStepProps {
  readonly form: Form
  readonly selection: Selection
  readonly action: BulkAction
  /** What the button says that does it; null where fields are changed. */
  readonly label: string | null
  readonly onBack: () => void
  readonly onBegun: (job: string) => void
}

/** What follows: values that are calculated of the changed records. */
function Follows({ follows }: Pick<BulkPreview, 'follows'>) {
  const { index, locale } = useRenderer()
  const text = useText()
  if (follows.length === 0) return null
  const named = follows.map(({ form, fields }) => {
    const labels = fields.map((path) => localize(index.field(form, path)?.field.label, locale))
    return text('bulkFollowsIn', {
      form: localize(index.form(form)?.label, locale),
      fields: labels.filter(Boolean).join(text('bulkListComma')),
    })
  })
  return <p>{text('bulkFollows', { what: named.join(text('bulkListSemicolon')) })}</p>
}

/** How many, what becomes of the first of them, and what would be refused; then it begins. */
export function PreviewStep({ form, selection, action, label, onBack, onBegun }: PreviewStepProps) {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const counted = useCounted()
  const call = useCall()
  const params = { workspace, form: form.key }
  const body = { selection, action }
  const preview = useQuery({
    queryKey: ['bulk-preview', workspace, form.key, body],
    queryFn: () => client.call('previewBulk', { params, body }),
    gcTime: 0,
    retry: false,
  })
  const begin = async () => {
    const job = await call.run(() => client.call('startBulk', { params, body }))
    if (job !== undefined) onBegun(job.id)
  }
  const problem = preview.error instanceof ProblemError ? preview.error.problem : null
  const found = preview.data
  const refused = found?.rows.filter(({ refusal }) => refusal !== null).length ?? 0
  const count = found ? counted(found) : '…'
  const doText = action.type === 'delete' ? text('bulkDelete', { count }) : text('bulkBegin', { count })
  const begins = action.type === 'delete' || label === null ? doText : text('bulkDo', { what: label, count })
  return (
    <>
      <CallNotice
        problem={problem ?? call.problem}
        lost={(preview.isError && problem === null) || call.lost}
      />
      {preview.isPending && <Skeleton active />}
      {found !== undefined && (
        <>
          <p aria-live="polite">{text('bulkCount', { count: counted(found), shown: found.rows.length })}</p>
          {refused > 0 && (
            <Alert
              type="warning"
              showIcon
              title={text('bulkWouldRefuse', { count: refused, of: found.rows.length })}
            />
          )}
          <Follows follows={found.follows} />
          <TriedTable form={form.key} rows={found.rows} submits={action.type === 'submit'} />
        </>
      )}
      <div className="bulk-foot">
        <Button onClick={onBack}>{text('back')}</Button>
        <Button
          type="primary"
          danger={action.type === 'delete'}
          disabled={found === undefined || found.count === 0}
          loading={call.busy}
          onClick={() => void begin()}
        >
          {begins}
        </Button>
      </div>
    </>
  )
}
