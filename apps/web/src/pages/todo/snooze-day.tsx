import { Modal } from 'antd'
import { useState } from 'react'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { DayInput } from './moment-inputs.tsx'
import { morningOf } from './snooze-times.ts'

interface SnoozeDayProps {
  readonly onSnooze: (until: string) => void
  readonly onClose: () => void
}

/** Asks for the day until which something is put off. */
export function SnoozeDay({ onSnooze, onClose }: SnoozeDayProps) {
  const text = useText()
  const { zone } = useWorkspace().member
  const [day, setDay] = useState('')
  return (
    <Modal
      open
      title={text('snoozeDay')}
      okText={text('snooze')}
      cancelText={text('cancel')}
      okButtonProps={{ disabled: day === '' }}
      onCancel={onClose}
      onOk={() => {
        onSnooze(morningOf(day, zone))
        onClose()
      }}
    >
      <DayInput label={text('snoozeDay')} value={day} onChange={setDay} />
    </Modal>
  )
}
