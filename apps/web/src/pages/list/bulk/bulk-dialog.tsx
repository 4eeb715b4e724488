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
import { SubmitStep } from './submit-step.tsx'
import { useActionLabel } from './use-action-label.ts'
import './bulk.css'

interface BulkDialogProps {
  readonly form: Form
  readonly selection: Selection
  /** How many are chosen, as it is said. */
  readonly count: string
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
  const { form, selection, count, begin, mayBeAtOnce, onAct, onBegun, onClose } = props
  const text = useText()
  const locale = useUiLocale()
  const labelOf = useActionLabel(form)
  const isAsked = begin === 'edit' || begin.type === 'submit'
  const [action, setAction] = useState<BulkAction | null>(isAsked ? null : begin)
  const [isShown, setShown] = useState(!isAsked)
  const [job, setJob] = useState<string | null>(null)
  const close = () => {
    if (job !== null) onBegun()
    onClose()
  }
  const label = begin === 'edit' ? null : labelOf(begin)
  const asking = {
    mayBeAtOnce,
    onAct,
    onPreview: (next: BulkAction) => {
      setAction(next)
      setShown(true)
    },
    onCancel: onClose,
  }
  return (
    <Modal
      open
      width={880}
      title={
        label === null
          ? text('bulkTitle', { form: localize(form.labelPlural, locale) })
          : text('pressForMany', { button: label, count })
      }
      footer={null}
      maskClosable={false}
      destroyOnHidden
      onCancel={close}
    >
      {job !== null && <JobView id={job} onLeave={close} />}
      {job === null && (
        <div hidden={isShown}>
          {begin === 'edit' && <EditStep form={form} {...asking} />}
          {begin !== 'edit' && begin.type === 'submit' && (
            <SubmitStep begin={begin} label={label ?? ''} {...asking} />
          )}
        </div>
      )}
      {job === null && isShown && action !== null && (
        <PreviewStep
          form={form}
          selection={selection}
          action={action}
          label={label}
          onBack={isAsked ? () => setShown(false) : onClose}
          onBegun={setJob}
        />
      )}
    </Modal>
  )
}
