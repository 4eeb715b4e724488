import type { BulkAction } from '@pipewright/contract'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useText } from '../../../texts/use-text.ts'

type Submit = Extract<BulkAction, { type: 'submit' }>

interface SubmitStepProps {
  readonly begin: Submit
  /** What the button says that submits one record. */
  readonly label: string
  readonly mayBeAtOnce: boolean
  readonly onAct: (action: BulkAction) => void
  readonly onPreview: (action: BulkAction) => void
  readonly onCancel: () => void
}

/** Asks what the approvers are to be told, and says beforehand what cannot be taken back. */
export function SubmitStep({ begin, label, mayBeAtOnce, onAct, onPreview, onCancel }: SubmitStepProps) {
  const text = useText()
  const [comment, setComment] = useState(begin.comment)
  const action: BulkAction = { ...begin, comment }
  return (
    <>
      <Alert type="info" showIcon title={text('bulkSubmitStays')} />
      <label className="bulk-comment">
        <span>{text('submitComment')}</span>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <div className="bulk-foot">
        <Button onClick={onCancel}>{text('cancel')}</Button>
        <Button type={mayBeAtOnce ? 'default' : 'primary'} onClick={() => onPreview(action)}>
          {text('bulkPreview')}
        </Button>
        {mayBeAtOnce && (
          <Button type="primary" onClick={() => onAct(action)}>
            {label}
          </Button>
        )}
      </div>
    </>
  )
}
