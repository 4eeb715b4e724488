import type { Kept } from '@pipewright/contract'
import { useUiLocale } from '@pipewright/ui'
import { Input, Modal, type InputRef } from 'antd'
import { useId, useRef, useState, type ReactNode } from 'react'
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
  const box = useRef<InputRef>(null)
  const isTyped = typed.trim() === name.trim()
  return (
    <Modal
      open
      title={text('keptClearTitle', { name })}
      okText={text('keptClear')}
      okType="default"
      okButtonProps={{ danger: true, disabled: !isTyped }}
      cancelText={text('cancel')}
      confirmLoading={busy}
      onOk={() => onClear(typed)}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && box.current?.focus()}
    >
      {notice}
      <p>{text('keptClearText', { count: item.count })}</p>
      <label htmlFor={id}>{text('keptType', { name })}</label>
      <Input
        id={id}
        ref={box}
        autoComplete="off"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onPressEnter={() => isTyped && onClear(typed)}
      />
    </Modal>
  )
}
