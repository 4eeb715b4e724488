export interface Retention {
  /** Of so many days the newest one each. */
  readonly daily: number
  /** Beyond those, of so many weeks the newest one each. */
  readonly weekly: number
}

const dayMs = 86_400_000

const dayOf = (at: string): number => Math.floor(Date.parse(at) / dayMs)
/** 1970 began on a Thursday; weeks begin on Mondays. */
const weekOf = (at: string): number => Math.floor((dayOf(at) + 3) / 7)

/** The newest of each period, for so many periods that have one. */
function newestOf(ats: readonly string[], periodOf: (at: string) => number, periods: number): string[] {
  const newest = new Map<number, string>()
  for (const at of ats) if (!newest.has(periodOf(at))) newest.set(periodOf(at), at)
  return [...newest.values()].slice(0, periods)
}

/**
 * Which backups may go, named by their instants. Periods without a backup do not count, so that nothing goes for the
 * mere passing of time, and the newest one always stays.
 */
export function whichMayGo(ats: readonly string[], { daily, weekly }: Retention): string[] {
  const newestFirst = ats.toSorted((one, other) => other.localeCompare(one))
  const days = newestOf(newestFirst, dayOf, Math.max(1, daily))
  const older = newestFirst.filter((at) => weekOf(at) < weekOf(days.at(-1) ?? at))
  const stay = new Set([...days, ...newestOf(older, weekOf, weekly)])
  return newestFirst.filter((at) => !stay.has(at))
}
