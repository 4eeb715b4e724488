import type { SpecialDay } from '@pipewright/contract'
import { parseDate } from '@pipewright/renderer'

export const yearOf = ({ day }: SpecialDay): number => Number(day.slice(0, 4))

const inOrder = (days: Iterable<SpecialDay>): SpecialDay[] =>
  [...days].toSorted((one, other) => (one.day < other.day ? -1 : 1))

/** The list with further days; one that is there already is replaced. */
export function withDays(days: readonly SpecialDay[], more: readonly SpecialDay[]): SpecialDay[] {
  return inOrder(new Map([...days, ...more].map((each) => [each.day, each])).values())
}

/** The days off of a year at the same dates of another one; make-up days go with their year alone. */
export function copiedTo(days: readonly SpecialDay[], from: number, to: number): SpecialDay[] {
  return days
    .filter((each) => yearOf(each) === from && !each.works)
    .map((each) => ({ ...each, day: `${to}${each.day.slice(4)}` }))
    .filter(({ day }) => parseDate(day) !== null)
}
