import { Icon } from '@pipewright/ui'
import { Button, Segmented } from 'antd'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatDate } from '../formats/date-format.ts'
import { addDays } from '../moments/days.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordBarsProps } from './record-bars-props.ts'
import { periodAfter, timelineSpans, timelineWindow } from './timeline-span.ts'
import { usePeriodName } from './use-band-words.ts'

/** Which days are in sight, the ways to others, and how many records have none. */
export function TimelineBar(
  props: Pick<
    RecordBarsProps,
    'span' | 'day' | 'loading' | 'count' | 'onShow' | 'unscheduled' | 'trayOpen' | 'onTray'
  > & { readonly onToday: () => void },
) {
  const { span, day, loading, count, onShow, unscheduled, trayOpen, onTray } = props
  const t = useTexts()
  const { calendar, locale } = useRenderer()
  const readerContext = useReaderContext()
  const name = usePeriodName(span, day)
  const { from, until } = timelineWindow(span, day, calendar)
  const drawn = { from: formatDate(from, locale), until: formatDate(addDays(until, -1), locale) }
  return (
    <div className="pw-tl-bar">
      <Button
        onClick={() => {
          onShow(span, readerContext().today)
          props.onToday()
        }}
      >
        {t('calendar.today')}
      </Button>
      {([-1, 1] as const).map((step) => (
        <Button
          key={step}
          type="text"
          icon={<Icon name={step < 0 ? 'left' : 'right'} />}
          aria-label={t(step < 0 ? 'calendar.earlier' : 'calendar.later')}
          onClick={() => onShow(span, periodAfter(span, day, step, calendar))}
        />
      ))}
      <h2 aria-live="polite" aria-busy={loading}>
        {name}
        {count !== undefined && (
          <span className="pw-tl-count">{t('moment.inSight', { count, ...drawn })}</span>
        )}
      </h2>
      {unscheduled.count !== 0 && (
        <Button
          aria-expanded={trayOpen}
          type={trayOpen ? 'default' : 'text'}
          icon={<Icon name="calendar" />}
          onClick={() => onTray(!trayOpen)}
        >
          {unscheduled.count === undefined
            ? t('moment.unscheduled')
            : t('moment.unscheduledCount', { count: unscheduled.count })}
        </Button>
      )}
      <Segmented
        aria-label={t('calendar.span')}
        value={span}
        options={timelineSpans.map((value) => ({ value, label: t(`calendar.${value}`) }))}
        onChange={(next) => onShow(next, day)}
      />
    </div>
  )
}
