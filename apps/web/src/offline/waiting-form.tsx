import type { FieldProblem, Values } from '@pipewright/contract'
import { RecordForm } from '@pipewright/renderer'
import { Modal } from 'antd'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useKeep, type WaitingEditProps } from './use-keep.ts'
import { useOfflineText } from './use-offline-text.ts'

const none: readonly FieldProblem[] = []

/** Corrects what waits, with what the server said about it at its fields. */
export function WaitingForm(props: WaitingEditProps) {
  const { entry, onClose } = props
  const app = useWorkspace()
  const text = useOfflineText()
  const keep = useKeep(props)
  const form = entry.params['form'] ?? ''
  const rights = app.rights[form]
  const typed = entry.body['values'] as Values
  if (rights === undefined) return null
  const isNew = entry.route === 'createRecord'
  const problems = entry.trouble?.kind === 'refused' ? (entry.trouble.problem.errors ?? none) : none
  return (
    <Modal
      open
      title={entry.title || text('edit')}
      footer={null}
      width={720}
      onCancel={onClose}
      destroyOnHidden
    >
      <RecordForm
        form={form}
        mode={isNew ? 'create' : 'edit'}
        rights={rights}
        values={isNew ? typed : (entry.base ?? {})}
        draft={isNew ? null : typed}
        problems={problems}
        buttons="sticky"
        onCancel={onClose}
        onSubmit={({ values, all }) => keep({ values: isNew ? all : values })}
      />
    </Modal>
  )
}
