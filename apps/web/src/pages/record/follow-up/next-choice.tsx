import { useRenderer } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { useText } from '../../../texts/use-text.ts'
import { dueWords } from '../../todo/due-words.ts'
import { nextDay, nextWays } from './next-days.ts'

export interface NextChoiceProps {
  readonly value: string | null
  readonly workingDays: boolean
  readonly onChange: (day: string | null) => void
}

/** When to get back, by one tap; the device's own calendar for any other day. */
export function NextChoice({ value, workingDays, onChange }: NextChoiceProps) {
  const text = useText()
  const locale = useUiLocale()
  const { now, zone, calendar } = useRenderer()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(now()))
  const ways = nextWays.map((way) => ({ way, day: nextDay(way, today, workingDays, calendar) }))
  const isOther = value !== null && !ways.some(({ day }) => day === value)
  return (
    <div className="follow-up-chips" role="group" aria-label={text('followUpNext')}>
      <button type="button" aria-pressed={value === null} onClick={() => onChange(null)}>
        {text('followUpNone')}
      </button>
      {ways.map(({ way, day }) => (
        <button key={way} type="button" aria-pressed={value === day} onClick={() => onChange(day)}>
          {text(`followUp_${way}`)}
          <small>{dueWords(day, null, locale)}</small>
        </button>
      ))}
      <label className={isOther ? 'follow-up-day follow-up-on' : 'follow-up-day'}>
        {text('followUpDay')}
        <input
          type="date"
          min={today}
          value={isOther ? value : ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      </label>
    </div>
  )
}
