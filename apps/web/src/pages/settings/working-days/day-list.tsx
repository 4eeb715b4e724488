import { DeleteOutlined } from '@ant-design/icons'
import type { SpecialDay } from '@pipewright/contract'
import { useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useSettingsText } from '../use-settings-text.ts'

interface DayListProps {
  readonly days: readonly SpecialDay[]
  readonly onRemove: (day: string) => void
}

/** The special days of a year, each with its day of the week. */
export function DayList({ days, onRemove }: DayListProps) {
  const t = useSettingsText()
  const locale = useUiLocale() === 'zh' ? 'zh-CN' : 'en-GB'
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return (
    <ul className="work-days">
      {days.map(({ day, name, works }) => (
        <li key={day}>
          <span className="work-date">
            {day} {weekday.format(Date.parse(day))}
          </span>
          <span className="work-name">{name}</span>
          <span className={works ? 'work-on' : 'work-off'}>{t(works ? 'workOn' : 'workOff')}</span>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('workRemove', { day })}
            title={t('workRemove', { day })}
            onClick={() => onRemove(day)}
          />
        </li>
      ))}
    </ul>
  )
}
