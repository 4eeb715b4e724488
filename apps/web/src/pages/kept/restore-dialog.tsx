import type { Kept } from '@pipewright/contract'
import { useUiLocale } from '@pipewright/ui'
import { Checkbox, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useText } from '../../texts/use-text.ts'
import { nameOfKept } from './kept-answer.ts'

interface RestoreDialogProps {
  readonly item: Kept
  readonly busy: boolean
  readonly notice: ReactNode
  readonly onRestore: (rights: boolean) => void
  readonly onClose: () => void
}

/** Puts it into the draft; whether roles see it again is asked, not guessed. */
export function RestoreDialog({ item, busy, notice, onRestore, onClose }: RestoreDialogProps) {
  const text = useText()
  const name = nameOfKept(item, useUiLocale())
  const [rights, give] = useState(true)
  return (
    <Modal
      open
      title={text('keptRestoreTitle', { name })}
      okText={text('keptToDraft')}
      cancelText={text('cancel')}
      confirmLoading={busy}
      onOk={() => onRestore(rights)}
      onCancel={onClose}
    >
      {notice}
      <p>{text('keptRestoreText')}</p>
      {item.kind !== 'values' && (
        <Checkbox checked={rights} onChange={(event) => give(event.target.checked)}>
          {text('keptRights')}
        </Checkbox>
      )}
    </Modal>
  )
}
