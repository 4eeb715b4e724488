import { ProblemError, type BinPreview, type BinSelection, type BulkJob } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Modal, Skeleton } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useCounted } from '../list/bulk/use-counted.ts'

interface RestoreDialogProps {
  readonly selection: BinSelection
  readonly onBegun: (job: BulkJob) => void
  readonly onClose: () => void
}

function TriedList({ rows }: { readonly rows: BinPreview['rows'] }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const labelOf = (key: string) =>
    localize(app.definition.forms.find((form) => form.key === key)?.label, locale)
  return (
    <ul className="bin-list">
      {rows.map(({ form, id, title, refusal, warnings, along, relations }) => (
        <li key={id}>
          <span className="bin-title">
            {title || text('bulkUntitled')} · {labelOf(form)}
          </span>
          {refusal === null ? (
            <span className="bin-line">
              {[
                text('binComesBack'),
                ...(along > 0 ? [text('bulkAlong', { count: along })] : []),
                ...(relations > 0 ? [text('bulkRelations', { count: relations })] : []),
              ].join(' ')}
            </span>
          ) : (
            <span className="bulk-refused">
              {[refusal.message, ...refusal.errors.map(({ message }) => message)].join(' ')}
            </span>
          )}
          {warnings.map(({ message }) => (
            <span key={message} className="bin-line">
              {message}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** What comes back with the records, and what does not, before they are taken back. */
export function RestoreDialog({ selection, onBegun, onClose }: RestoreDialogProps) {
  const app = useWorkspace()
  const text = useText()
  const counted = useCounted()
  const call = useCall()
  const at = { params: { workspace: app.workspace.key }, body: { selection } }
  const preview = useQuery({
    queryKey: ['bin-preview', app.workspace.key, selection],
    queryFn: () => client.call('previewRestore', at),
    gcTime: 0,
    retry: false,
  })
  const restore = async () => {
    const job = await call.run(() => client.call('restoreMany', at))
    if (job !== undefined) onBegun(job)
  }
  const problem = preview.error instanceof ProblemError ? preview.error.problem : null
  const found = preview.data
  const rows = found?.rows ?? []
  const refused = rows.filter(({ refusal }) => refusal !== null).length
  return (
    <Modal
      open
      width={640}
      title={text('binRestoreTitle')}
      okText={text('restore')}
      okButtonProps={{ disabled: found === undefined || found.count === 0 }}
      cancelText={text('cancel')}
      confirmLoading={call.busy}
      onOk={() => void restore()}
      onCancel={onClose}
    >
      <CallNotice
        problem={problem ?? call.problem}
        lost={(preview.isError && problem === null) || call.lost}
      />
      {preview.isPending && <Skeleton active />}
      {found !== undefined && (
        <p aria-live="polite">
          {text('selected', { count: counted(found) })}{' '}
          {found.count > rows.length && text('binFirst', { count: rows.length })}
        </p>
      )}
      {refused > 0 && (
        <Alert type="warning" showIcon title={text('bulkWouldRefuse', { count: refused, of: rows.length })} />
      )}
      <TriedList rows={rows} />
    </Modal>
  )
}
