import type { Kept } from '@pipewright/contract'
import { useUiLocale } from '@pipewright/ui'
import { Input, Modal } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useText } from '../../texts/use-text.ts'
import { nameOfKept } from './kept-answer.ts'

interface ClearDialogProps {
  readonly item: Kept
  readonly busy: boolean
  readonly notice: ReactNode
  readonly onClear: (typed: string) => void
  readonly onClose: () => void
}

/** Nobody clears by a slip: the name has to be typed. */
export function ClearDialog({ item, busy, notice, onClear, onClose }: ClearDialogProps) {
  const text = useText()
  const id = useId()
  const name = nameOfKept(item, useUiLocale())
  const [typed, type] = useState('')
  const isTyped = typed.trim() === name.trim()
  return (
    <Modal
      open
      title={text('keptClearTitle', { name })}
      okText={text('keptClear')}
      okButtonProps={{ danger: true, disabled: !isTyped }}
      cancelText={text('cancel')}
      confirmLoading={busy}
      onOk={() => onClear(typed)}
      onCancel={onClose}
    >
      {notice}
      <p>{text('keptClearText', { count: item.count })}</p>
      <label htmlFor={id}>{text('keptType', { name })}</label>
      <Input
        id={id}
        autoFocus
        autoComplete="off"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onPressEnter={() => isTyped && onClear(typed)}
      />
    </Modal>
  )
}
