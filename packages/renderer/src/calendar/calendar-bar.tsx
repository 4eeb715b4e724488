import { Icon } from '@pipewright/ui'
import { Button, Segmented } from 'antd'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatDate, formatDayHeading, formatPeriod } from '../formats/date-format.ts'
import { addDays, startOfWeek } from '../moments/days.ts'
import { useTexts } from '../texts/use-texts.ts'
import { calendarSpans, stepped, type CalendarSpan } from './calendar-span.ts'
import type { RecordCalendarProps } from './record-calendar-props.ts'

function useHeading(span: CalendarSpan, day: string): string {
  const { locale, calendar } = useRenderer()
  const today = useReaderContext()().today
  if (span === 'day') return formatDayHeading(day, locale, today)
  if (span !== 'week') return formatPeriod(day, 'month', locale)
  const first = startOfWeek(day, calendar?.weekStart ?? 1)
  return `${formatDate(first, locale)} – ${formatDate(addDays(first, 6), locale)}`
}

/** Which days are shown, and the ways to others. */
export function CalendarBar({
  span,
  day,
  loading,
  onShow,
}: Pick<RecordCalendarProps, 'span' | 'day' | 'loading' | 'onShow'>) {
  const t = useTexts()
  const readerContext = useReaderContext()
  const heading = useHeading(span, day)
  return (
    <div className="pw-cal-bar">
      <Button onClick={() => onShow(span, readerContext().today)}>{t('calendar.today')}</Button>
      <Button
        type="text"
        icon={<Icon name="left" />}
        aria-label={t('calendar.earlier')}
        onClick={() => onShow(span, stepped(span, day, -1))}
      />
      <Button
        type="text"
        icon={<Icon name="right" />}
        aria-label={t('calendar.later')}
        onClick={() => onShow(span, stepped(span, day, 1))}
      />
      <h2 aria-live="polite" aria-busy={loading}>
        {heading}
      </h2>
      <Segmented
        aria-label={t('calendar.span')}
        value={span}
        options={calendarSpans.map((value) => ({ value, label: t(`calendar.${value}`) }))}
        onChange={(next) => onShow(next, day)}
      />
    </div>
  )
}
