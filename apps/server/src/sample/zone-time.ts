const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const numeric = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...numeric })
  formats.set(zone, format)
  return format
}

/** What clocks in the zone show at an instant, read as if it were UTC. */
function shownAt(ms: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** The day it is in a zone, YYYY-MM-DD, so many days on. */
export function dayIn(zone: string, now: string, daysOn = 0): string {
  const shown = shownAt(Date.parse(now), zone)
  return new Date(shown + daysOn * 86_400_000).toISOString().slice(0, 10)
}

/** The instant at which clocks in the zone show this day and time; where they skip it, the instant they skip to. */
export function instantIn(zone: string, day: string, time: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const first = wanted - (shownAt(wanted, zone) - wanted)
  const second = first + (wanted - shownAt(first, zone))
  return new Date(second).toISOString()
}
