import type { JsonValue, RecordAnswer } from '@pipewright/contract'
import { Form, Modal } from 'antd'
import { useId, useState } from 'react'
import { FieldInput } from '../controls/field-input.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { MoveTarget, Place } from './place.ts'

export interface MoveElsewhereProps {
  readonly record: RecordAnswer
  readonly target: MoveTarget
  readonly onMove: (place: Place) => void
  readonly onClose: () => void
}

/** Asks for the member, department or record that a card is moved to, where the board has no column of it. */
export function MoveElsewhere({ record, target, onMove, onClose }: MoveElsewhereProps) {
  const t = useTexts()
  const id = useId()
  const [value, setValue] = useState<JsonValue>(null)
  const move = () => {
    if (typeof value !== 'string') return
    onClose()
    onMove({ [target.field.key]: value })
  }
  return (
    <Modal
      open
      destroyOnHidden
      title={t('board.moveCard', { title: record.title })}
      okText={t('board.move')}
      cancelText={t('form.cancel')}
      okButtonProps={{ disabled: typeof value !== 'string' }}
      onOk={move}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={target.label} htmlFor={id}>
          <FieldInput id={id} label={target.label} field={target.field} value={value} onChange={setValue} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
