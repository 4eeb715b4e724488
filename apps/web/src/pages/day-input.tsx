import { dayFormats, wallDay, wallPickers, wallTime } from '@pipewright/renderer'
import { useState } from 'react'
import { useWorkspace } from '../shell/workspace-context.ts'

export interface DayInputProps {
  readonly id?: string
  /** YYYY-MM-DD; empty where none is chosen. */
  readonly value?: string | undefined
  readonly onChange?: (day: string) => void
  /** No day before today, by the clock of the member. */
  readonly isFuture?: boolean
}

/** A day outside of forms, chosen with the same calendar as in them; forms of Ant Design can hold it. */
export function DayInput({ id, value = '', onChange, isFuture = false }: DayInputProps) {
  const { zone } = useWorkspace().member
  const [today] = useState(() => wallTime(Date.now(), zone).slice(0, 10))
  const { DatePicker } = wallPickers(zone)
  const day = wallDay(value)
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      style={{ width: '100%' }}
      format={dayFormats}
      placeholder="YYYY-MM-DD"
      value={day.isValid() ? day : null}
      {...(isFuture ? { minDate: wallDay(today) } : {})}
      onChange={(picked) => onChange?.(picked?.format('YYYY-MM-DD') ?? '')}
    />
  )
}
