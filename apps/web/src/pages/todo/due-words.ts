/** A day and perhaps a time, short, in the reader's language; with its year where that is not the present one. */
export function dueWords(day: string, time: string | null, locale: string, now = Date.now()): string {
  const isThisYear = day.slice(0, 4) === new Date(now).toISOString().slice(0, 4)
  const written = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(Date.parse(`${day}T00:00:00Z`))
  return time === null ? written : `${written} ${time}`
}
