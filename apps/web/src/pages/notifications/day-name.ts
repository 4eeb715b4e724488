import type { Text } from '../../texts/use-text.ts'

const dayMs = 86_400_000

/** "Today", "Yesterday", or the date an instant falls on in a zone. */
export function dayName(at: string, now: number, locale: string, zone: string, text: Text): string {
  const day = (ms: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(ms)
  const own = day(Date.parse(at))
  if (own === day(now)) return text('today')
  if (own === day(now - dayMs)) return text('yesterday')
  const isThisYear = own.slice(0, 4) === day(now).slice(0, 4)
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(Date.parse(at))
}
