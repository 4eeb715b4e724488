const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    ...numeric,
  })
  formats.set(zone, format)
  return format
}

/** What clocks in a zone show at an instant, as if it were UTC milliseconds. */
export function shownIn(zone: string, instant: number): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = value
  const part = (name: string): number => Number(parts[name])
  const shown = new Date(0)
  shown.setUTCFullYear(
    parts['era'] === 'BC' ? 1 - part('year') : part('year'),
    part('month') - 1,
    part('day'),
  )
  shown.setUTCHours(part('hour'), part('minute'), part('second'))
  return shown.getTime() + (((instant % 1000) + 1000) % 1000)
}

const day = 86_400_000

/** The instant at which clocks in a zone show this; the later one of two, and past a gap where clocks skip it. */
export function instantOf(zone: string, shown: number): number {
  const before = shownIn(zone, shown - day) - (shown - day)
  const after = shownIn(zone, shown + day) - (shown + day)
  return shownIn(zone, shown - after) === shown ? shown - after : shown - before
}
