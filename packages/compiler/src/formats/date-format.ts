import type { Locale } from '@pipewright/metadata'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-US', options)
  formats.set(key, format)
  return format
}

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' }
const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

function atMidnight(date: string): Date | null {
  const moment = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** "2026-11-21" → "Nov 21, 2026", in Chinese as it stands; the same day for everybody. */
export function formatDate(date: string, locale: Locale): string {
  if (locale === 'zh') return date
  const moment = atMidnight(date)
  return moment === null ? date : formatFor(locale, { ...day, timeZone: 'UTC' }).format(moment)
}

/** The day of an instant in a zone, "YYYY-MM-DD". */
export function dayOf(instant: string, zone: string): string {
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) return instant.slice(0, 10)
  // Sweden writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment)
}

export function formatTime(instant: string, locale: Locale, zone: string): string {
  const moment = new Date(instant)
  return Number.isNaN(moment.getTime())
    ? instant
    : formatFor(locale, { ...time, timeZone: zone }).format(moment)
}

/** An instant as the clock in the member's zone shows it. */
export function formatDateTime(instant: string, locale: Locale, zone: string): string {
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) return instant
  return `${formatDate(dayOf(instant, zone), locale)}${locale === 'zh' ? ' ' : ', '}${formatTime(instant, locale, zone)}`
}

/** "Friday, November 21" / "11月21日星期五": the heading of a day; with the year when it is not this one. */
export function formatDayHeading(date: string, locale: Locale, today: string): string {
  const moment = atMidnight(date)
  if (moment === null) return date
  const year: Intl.DateTimeFormatOptions = date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }
  return formatFor(locale, {
    ...year,
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    timeZone: 'UTC',
  }).format(moment)
}

/** The period that begins on a day: "Nov 2026", "Q4 2026", "2026". */
export function formatPeriod(date: string, bucket: string | undefined, locale: Locale): string {
  const moment = atMidnight(date)
  if (moment === null) return date
  const year = date.slice(0, 4)
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3)
  if (bucket === 'year') return locale === 'zh' ? `${year}年` : year
  if (bucket === 'quarter') return locale === 'zh' ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`
  if (bucket === 'month')
    return formatFor(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(moment)
  return formatDate(date, locale)
}
