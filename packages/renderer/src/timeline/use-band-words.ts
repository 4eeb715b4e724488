import type { Locale } from '@pipewright/metadata'
import { useMemo } from 'react'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { formatDate, formatDayHeading, formatPeriod } from '../formats/date-format.ts'
import { addDays } from '../moments/days.ts'
import type { BandUnit } from './time-bands.ts'
import { periodAfter, startOfPeriod, type TimelineSpan } from './timeline-span.ts'

const tag = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en-US')

const formatter = (locale: Locale, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(tag(locale), { ...options, timeZone: 'UTC' })
  return (day: string) => format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}

/** How the pieces of the head are named, as short as their width asks for. */
export function useBandWords(span: TimelineSpan): (unit: BandUnit, at: string, upper: boolean) => string {
  const { locale, calendar } = useRenderer()
  const { today } = useReaderContext()()
  return useMemo(() => {
    const weekday = formatter(locale, { weekday: 'short' })
    const month = formatter(locale, { month: 'short' })
    const monthDay = formatter(locale, { month: 'numeric', day: 'numeric' })
    const number = (day: string) => String(Number(day.slice(8, 10)))
    const year = (at: string): string => {
      const last = addDays(periodAfter('year', at, 1, calendar), -1)
      const first = formatPeriod(at, 'year', locale)
      return last.slice(0, 4) === at.slice(0, 4) ? first : `${first} / ${formatPeriod(last, 'year', locale)}`
    }
    return (unit, at, upper) => {
      if (unit === 'hour') return at.slice(11, 16)
      if (unit === 'day') {
        if (upper) return formatDayHeading(at, locale, today)
        return span === 'week' ? `${number(at)} ${weekday(at)}` : number(at)
      }
      if (unit === 'week') return monthDay(at)
      if (unit === 'month') return upper ? formatPeriod(at, 'month', locale) : month(at)
      return year(at)
    }
  }, [locale, calendar, today, span])
}

/** What the period is called that is in sight. */
export function usePeriodName(span: TimelineSpan, day: string): string {
  const { locale, calendar } = useRenderer()
  const { today } = useReaderContext()()
  const first = startOfPeriod(span, day, calendar)
  const last = addDays(periodAfter(span, day, 1, calendar), -1)
  if (span === 'day') return formatDayHeading(first, locale, today)
  if (span === 'week') return `${formatDate(first, locale)} – ${formatDate(last, locale)}`
  const isPlain = span === 'month' || (calendar?.fiscalMonth ?? 1) === 1
  if (isPlain) return formatPeriod(first, span, locale)
  return `${formatPeriod(first, 'month', locale)} – ${formatPeriod(last, 'month', locale)}`
}
