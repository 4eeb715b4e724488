import type { FieldProblem, Values } from '@pipewright/contract'
import { RecordForm } from '@pipewright/renderer'
import { useSay } from '@pipewright/ui'
import { Modal } from 'antd'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useOfflineText } from './use-offline-text.ts'
import type { Waiting } from './waiting.ts'
import { waitingStore } from './waiting-store.ts'

interface WaitingFormProps {
  readonly entry: Waiting
  readonly onClose: () => void
  readonly onSend: () => Promise<void>
}

const none: readonly FieldProblem[] = []

/** Corrects what waits, with what the server said about it at its fields. */
export function WaitingForm({ entry, onClose, onSend }: WaitingFormProps) {
  const app = useWorkspace()
  const text = useOfflineText()
  const { message } = useSay()
  const form = entry.params['form'] ?? ''
  const rights = app.rights[form]
  const typed = entry.body['values'] as Values
  if (rights === undefined) return null
  const isNew = entry.route === 'createRecord'
  const problems = entry.trouble?.kind === 'refused' ? (entry.trouble.problem.errors ?? none) : none
  const save = async (values: Values) => {
    const body = { ...entry.body, values }
    // It was refused or never sent: corrected, it is another request.
    const kept = await waitingStore.put({ ...entry, body, key: crypto.randomUUID(), trouble: null })
    if (!kept) {
      message.warning(text('wasSent'))
      return false
    }
    onClose()
    await onSend()
    return true
  }
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
        onSubmit={({ values, all }) => save(isNew ? all : values)}
      />
    </Modal>
  )
}
