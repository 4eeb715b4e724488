import { calendarKey } from '@pipewright/logic'
import type { SqlFragment } from '@pipewright/logic'
import type { Rights } from '../../rights/rights.ts'
import type { ReadScene } from './read-scene.ts'

const most = 2000
/** What is asked for once, at such length, is not asked for again. */
const longestName = 2000
const plans = new WeakMap<Rights, Map<string, unknown>>()

const numbers = new WeakMap<readonly string[], number>()
const teams = new Map<string, number>()
let lastTeam = 0

/** One number for each set of people, however often it is read anew. */
function numberOf(team: readonly string[]): number {
  const known = numbers.get(team)
  if (known !== undefined) return known
  const members = team.join(',')
  const number = teams.get(members) ?? (lastTeam += 1)
  if (teams.size >= most) teams.clear()
  teams.set(members, number)
  numbers.set(team, number)
  return number
}

/** A value that stands for what differs from request to request while a plan is made; no id of anything. */
export const placeholder = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export const withId = ({ strings, values }: SqlFragment, id: string): SqlFragment => ({
  strings,
  values: values.map((value) => {
    if (value === placeholder) return id
    return Array.isArray(value) && value[0] === placeholder ? [id] : value
  }),
})

/**
 * Keeps a plan for the same reader on the same day. One that reads the clock is made anew each time, because the
 * moment is bound in it.
 */
export function rememberPlan<
  T extends {
    readonly ok: boolean
    readonly statement?: SqlFragment
    readonly rows?: SqlFragment | undefined
  },
>(scene: ReadScene, name: string, make: () => T): T {
  if (name.length > longestName) return make()
  const { now, today, zone, calendar, me = '', department = '', team = [] } = scene.context
  const key = [name, scene.schema, today, zone, calendarKey(calendar), me, department, numberOf(team)].join(
    '|',
  )
  const known = plans.get(scene.rights) ?? new Map<string, unknown>()
  plans.set(scene.rights, known)
  const found = known.get(key)
  if (found !== undefined) return found as T
  const made = make()
  if (known.size >= most) known.clear()
  const readsClock = [made.statement, made.rows].some((part) => part?.values.includes(now) === true)
  if (!readsClock) known.set(key, made)
  return made
}
