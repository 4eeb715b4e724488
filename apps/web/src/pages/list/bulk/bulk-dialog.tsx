import type { BulkAction, Selection } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Modal } from 'antd'
import { useState } from 'react'
import { useText } from '../../../texts/use-text.ts'
import { JobView } from '../../changes/job-view.tsx'
import { EditStep } from './edit-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import './bulk.css'

interface BulkDialogProps {
  readonly form: Form
  readonly selection: Selection
  /** What is to be done, or that it is to be asked what is changed. */
  readonly begin: BulkAction | 'edit'
  /** Few records may be changed without being shown first. */
  readonly mayBeAtOnce: boolean
  readonly onAct: (action: BulkAction) => void
  readonly onBegun: () => void
  readonly onClose: () => void
}

/** Asks what is changed, shows what would come of it, and then how far it is. */
export function BulkDialog(props: BulkDialogProps) {
  const { form, selection, begin, mayBeAtOnce, onAct, onBegun, onClose } = props
  const text = useText()
  const locale = useUiLocale()
  const [action, setAction] = useState<BulkAction | null>(begin === 'edit' ? null : begin)
  const [isShown, setShown] = useState(begin !== 'edit')
  const [job, setJob] = useState<string | null>(null)
  const close = () => {
    if (job !== null) onBegun()
    onClose()
  }
  return (
    <Modal
      open
      width={880}
      title={text('bulkTitle', { form: localize(form.labelPlural, locale) })}
      footer={null}
      maskClosable={false}
      destroyOnHidden
      onCancel={close}
    >
      {job !== null && <JobView id={job} onLeave={close} />}
      {job === null && (
        <div hidden={isShown}>
          {begin === 'edit' && (
            <EditStep
              form={form}
              mayBeAtOnce={mayBeAtOnce}
              onAct={onAct}
              onPreview={(next) => {
                setAction(next)
                setShown(true)
              }}
              onCancel={onClose}
            />
          )}
        </div>
      )}
      {job === null && isShown && action !== null && (
        <PreviewStep
          form={form}
          selection={selection}
          action={action}
          onBack={begin === 'edit' ? () => setShown(false) : onClose}
          onBegun={setJob}
        />
      )}
    </Modal>
  )
}
