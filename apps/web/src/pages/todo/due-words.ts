/** A day and perhaps a time, short, in the reader's language. */
export function dueWords(day: string, time: string | null, locale: string): string {
  const written = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(Date.parse(`${day}T00:00:00Z`))
  return time === null ? written : `${written} ${time}`
}
