import type { NotificationWishes } from '@pipewright/contract'
import { Flex, Form, Input, Switch } from 'antd'
import { useText } from '../../texts/use-text.ts'

const usualQuiet = { from: '20:00', to: '08:00' }

interface TimeProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A time of day. */
export function TimeOfDay({ label, value, onChange }: TimeProps) {
  return (
    <Input
      type="time"
      className="notice-times"
      aria-label={label}
      value={value}
      required
      onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
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
