import { ClockCircleOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { snoozeTimes } from './snooze-times.ts'

const SnoozeDay = lazy(async () => ({ default: (await import('./snooze-day.tsx')).SnoozeDay }))

interface SnoozeMenuProps {
  /** What is put off, for who does not see where the button stands. */
  readonly name: string
  readonly isSnoozed: boolean
  readonly onSnooze: (until: string | null) => void
}

/** Puts something off until later today, tomorrow, next week or a day. */
export function SnoozeMenu({ name, isSnoozed, onSnooze }: SnoozeMenuProps) {
  const text = useText()
  const { zone } = useWorkspace().member
  const [asksDay, setAsksDay] = useState(false)
  const items = [
    { key: 'later', label: text('snoozeLater') },
    { key: 'tomorrow', label: text('snoozeTomorrow') },
    { key: 'week', label: text('snoozeWeek') },
    { key: 'day', label: text('snoozeDay') },
    ...(isSnoozed ? [{ key: 'now', label: text('snoozeEnd') }] : []),
  ]
  const choose = (key: string) => {
    if (key === 'day') setAsksDay(true)
    else if (key === 'now') onSnooze(null)
    else onSnooze(snoozeTimes[key as keyof typeof snoozeTimes](Date.now(), zone))
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
      {asksDay && (
        <Suspense fallback={null}>
          <SnoozeDay onSnooze={onSnooze} onClose={() => setAsksDay(false)} />
        </Suspense>
      )}
    </>
  )
}
