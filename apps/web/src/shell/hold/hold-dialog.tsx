import type { Hold } from '@pipewright/contract'
import { Modal, Radio } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useMoment } from '../use-moment.ts'
import { useHoldText } from './use-hold-text.ts'
import { waitingWords } from './waiting-words.ts'
import './hold.css'

export type Past = 'send' | 'drop'

interface HoldDialogProps {
  readonly hold: Hold
  readonly busy: boolean
  readonly notice: ReactNode
  readonly onEnd: (past: Past) => void
  readonly onClose: () => void
}

/** Asks what becomes of what was due before a restore. Neither is what everybody wants, so neither is chosen beforehand. */
export function HoldDialog({ hold, busy, notice, onEnd, onClose }: HoldDialogProps) {
  const text = useHoldText()
  const moment = useMoment()
  const id = useId()
  const [past, choose] = useState<Past | null>(null)
  const what = waitingWords(hold.past, text)
  const option = (value: Past) => ({
    value,
    label: (
      <>
        {text(value)}
        <span className="hold-hint">{text(`${value}Hint`)}</span>
      </>
    ),
  })
  return (
    <Modal
      open
      title={text('title')}
      okText={text('go')}
      okButtonProps={{ disabled: past === null }}
      cancelText={text('cancel')}
      confirmLoading={busy}
      onOk={() => past !== null && onEnd(past)}
      onCancel={onClose}
    >
      {notice}
      <p>{text('intro')}</p>
      <p id={id} className="hold-question">
        {text('choice', { at: moment(hold.restoredAt) })}
        <span className="hold-hint">
          {what === '' ? text('choiceNothing') : text('choiceHint', { what })}
        </span>
      </p>
      <Radio.Group
        className="hold-choices"
        aria-labelledby={id}
        value={past}
        options={[option('drop'), option('send')]}
        onChange={({ target }) => choose(target.value as Past)}
      />
      <p>{text('since')}</p>
    </Modal>
  )
}
