const formats = new Map<string, Intl.DateTimeFormat>()

/** "2026-11-21T08:00:00" as the clock on the wall in `zone` shows an instant. */
export function wallTime(instant: number, zone: string): string {
  const known = formats.get(zone)
  // Sweden writes moments as ISO 8601 does.
  const format =
    known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  if (known === undefined) formats.set(zone, format)
  return format.format(instant).replace(' ', 'T')
}

const asUtc = (wall: string): number => Date.parse(`${wall}Z`)

/** The instant at which the clock in `zone` shows `wall`; a time skipped in spring is read with the offset before it. */
export function instantOf(wall: string, zone: string): string | null {
  const target = asUtc(wall)
  if (Number.isNaN(target)) return null
  const offset = (at: number): number => asUtc(wallTime(at, zone)) - Math.floor(at / 1000) * 1000
  const first = target - offset(target - 86_400_000)
  const later = target - offset(target + 86_400_000)
  const fits = [later, first].find((candidate) => asUtc(wallTime(candidate, zone)) === target)
  return new Date(fits ?? first).toISOString()
}
