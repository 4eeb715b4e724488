import type { NotificationWishes } from '@pipewright/contract'
import { Flex, Form, Select, Switch } from 'antd'
import { useText } from '../../texts/use-text.ts'

const usualQuiet = { from: '20:00', to: '08:00' }

interface TimeProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const halfHours = Array.from({ length: 48 }, (_, at) => {
  const hour = String(Math.floor(at / 2)).padStart(2, '0')
  return `${hour}:${at % 2 === 0 ? '00' : '30'}`
})

/** A time of day, by half hours; one that was set otherwise stays among them. */
export function TimeOfDay({ label, value, onChange }: TimeProps) {
  const times = halfHours.includes(value) ? halfHours : [...halfHours, value].toSorted()
  return (
    <Select
      className="notice-times"
      aria-label={label}
      showSearch
      value={value}
      onChange={onChange}
      options={times.map((time) => ({ value: time, label: time }))}
    />
  )
}

type Quiet = NotificationWishes['quiet']

/** When neither mail nor push comes; none by itself. */
export function QuietHours({ quiet, onChange }: { quiet: Quiet; onChange: (quiet: Quiet) => void }) {
  const text = useText()
  return (
    <Form.Item label={text('noticeQuiet')} extra={text('noticeQuietHint')}>
      <Flex gap={8} align="center" wrap>
        <Switch
          aria-label={text('noticeQuiet')}
          checked={quiet !== null}
          onChange={(on) => onChange(on ? usualQuiet : null)}
        />
        {quiet !== null && (
          <>
            <TimeOfDay
              label={text('noticeQuietFrom')}
              value={quiet.from}
              onChange={(from) => onChange({ ...quiet, from })}
            />
            <span aria-hidden>–</span>
            <TimeOfDay
              label={text('noticeQuietTo')}
              value={quiet.to}
              onChange={(to) => onChange({ ...quiet, to })}
            />
          </>
        )}
      </Flex>
    </Form.Item>
  )
}
