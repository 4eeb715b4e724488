const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  return format
}

/** Milliseconds that the wall clock in `zone` is ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  const parts: Record<string, string> = {}
  for (const part of formatFor(zone).formatToParts(instant)) parts[part.type] = part.value
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year'])
  const wall = new Date(0)
  wall.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']))
  wall.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']))
  return wall.getTime() - Math.floor(instant / 1000) * 1000
}

/** The wall clock in `zone`, written as if it were UTC milliseconds. */
export function wallClock(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant)
}

const DAY = 86_400_000

/**
 * The instant at which the wall clock in `zone` shows `wall`. As PostgreSQL does: a time skipped in spring is read
 * with the offset before the jump, a time that comes twice in autumn is its second occurrence, unless the first is asked for.
 */
export function instantAt(zone: string, wall: number, occurrence: 'first' | 'second' = 'second'): number {
  const before = offsetAt(zone, wall - DAY)
  const after = offsetAt(zone, wall + DAY)
  if (before === after) return wall - before
  if (occurrence === 'first' && offsetAt(zone, wall - before) === before) return wall - before
  return offsetAt(zone, wall - after) === after ? wall - after : wall - before
}

/** True when the runtime knows the IANA name. */
export function isZone(zone: string): boolean {
  try {
    formatFor(zone)
    return true
  } catch {
    return false
  }
}
