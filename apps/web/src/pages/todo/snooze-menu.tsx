import { ClockCircleOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input, Modal } from 'antd'
import { useState } from 'react'
import { useText } from '../../texts/use-text.ts'
import { morningOf, snoozeTimes } from './snooze-times.ts'

interface SnoozeMenuProps {
  /** What is put off, for who does not see where the button stands. */
  readonly name: string
  readonly isSnoozed: boolean
  readonly onSnooze: (until: string | null) => void
}

/** Puts something off until later today, tomorrow, next week or a day. */
export function SnoozeMenu({ name, isSnoozed, onSnooze }: SnoozeMenuProps) {
  const text = useText()
  const [day, setDay] = useState<string | null>(null)
  const items = [
    { key: 'later', label: text('snoozeLater') },
    { key: 'tomorrow', label: text('snoozeTomorrow') },
    { key: 'week', label: text('snoozeWeek') },
    { key: 'day', label: text('snoozeDay') },
    ...(isSnoozed ? [{ key: 'now', label: text('snoozeEnd') }] : []),
  ]
  const choose = (key: string) => {
    if (key === 'day') setDay('')
    else if (key === 'now') onSnooze(null)
    else onSnooze(snoozeTimes[key as keyof typeof snoozeTimes](Date.now()))
  }
  return (
    <>
      <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button
          type="text"
          icon={<ClockCircleOutlined />}
          aria-label={`${text('snooze')}: ${name}`}
          title={text('snooze')}
        />
      </Dropdown>
      <Modal
        open={day !== null}
        title={text('snoozeDay')}
        okText={text('snooze')}
        cancelText={text('cancel')}
        okButtonProps={{ disabled: day === null || day === '' }}
        onCancel={() => setDay(null)}
        onOk={() => {
          if (day !== null && day !== '') onSnooze(morningOf(day))
          setDay(null)
        }}
      >
        <Input
          type="date"
          aria-label={text('snoozeDay')}
          value={day ?? ''}
          onChange={(event) => setDay(event.target.value)}
        />
      </Modal>
    </>
  )
}
