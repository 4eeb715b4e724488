import { formatDate, parseDate, workingDayAfter, type WorkCalendar } from '@pipewright/logic'
import type { Reminder } from '@pipewright/schemas'

/** The dates of records of which it is time to tell, "YYYY-MM-DD", both ends included. */
export interface ReminderWindow {
  /** Null: however long ago. */
  readonly from: string | null
  readonly to: string
  /** What was told last on this day or before is told again; null: told once. */
  readonly again: { readonly until: string; readonly times: number | null } | null
}

export interface ReminderClock {
  /** The day of which is told: today, or the day before as long as it is too early. */
  readonly day: string
  /** The last day of which everything was told. */
  readonly since: string
  readonly calendar: WorkCalendar | undefined
}

type Shift = (day: string) => string

const moved = (day: string, days: number): string => {
  const at = parseDate(day)
  return (at === null ? null : formatDate(at + days)) ?? day
}

const days =
  (count: number): Shift =>
  (day) =>
    moved(day, count)

const workdays =
  (count: number, calendar: WorkCalendar | undefined): Shift =>
  (day) =>
    workingDayAfter(day, count, calendar)

/** No stretch of days on which nobody works is longer than this. */
const longest = 4000

/** The last day that a shift brings to this day or before. A later day is never brought to an earlier one. */
function lastBefore(day: string, shift: Shift, guess: string): string {
  let at = guess
  for (let left = longest; left > 0 && shift(at) > day; left -= 1) at = moved(at, -1)
  for (let left = longest; left > 0 && shift(moved(at, 1)) <= day; left -= 1) at = moved(at, 1)
  return at
}

const least = (...all: readonly string[]): string => all.reduce((one, other) => (one < other ? one : other))

interface Turn {
  readonly shift: Shift
  readonly back: Shift
}

function turnOf(
  count: number,
  unit: 'days' | 'workdays' | 'weeks',
  calendar: WorkCalendar | undefined,
): Turn {
  if (unit === 'workdays') return { shift: workdays(count, calendar), back: workdays(-count, calendar) }
  const all = unit === 'weeks' ? count * 7 : count
  return { shift: days(all), back: days(-all) }
}

const still: Turn = { shift: (day) => day, back: (day) => day }

function offsetTurn({ offset }: Reminder, calendar: WorkCalendar | undefined): Turn {
  if (offset === undefined) return still
  const { count, unit, side } = offset
  return turnOf(side === 'before' ? -count : count, unit, calendar)
}

/**
 * Which dates it is time to tell of. Days that went by untold are told now; a record that came to lie nearer to its date
 * than is reminded of before it, until the date is past; and where it is told again and again, whatever still is.
 */
export function reminderWindow(reminder: Reminder, { day, since, calendar }: ReminderClock): ReminderWindow {
  const { shift, back } = offsetTurn(reminder, calendar)
  const lastOf = (one: string) => lastBefore(one, shift, back(one))
  const to = lastOf(day)
  const told = moved(lastOf(since), 1)
  const near = reminder.offset?.side === 'before' ? least(told, day) : told
  const { repeat } = reminder
  if (repeat === undefined) return { from: near, to, again: null }
  const turn = turnOf(repeat.count, repeat.unit, calendar)
  const again = { until: lastBefore(day, turn.shift, turn.back(day)), times: repeat.times ?? null }
  if (repeat.times === undefined) return { from: null, to, again }
  let first = day
  for (let left = repeat.times - 1; left > 0; left -= 1) first = turn.back(first)
  return { from: least(near, moved(lastOf(moved(first, -1)), 1)), to, again }
}
