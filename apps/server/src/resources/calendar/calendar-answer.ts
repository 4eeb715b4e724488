import type { Calendar } from '@pipewright/contract'
import type { WorkCalendar } from '@pipewright/logic'

/** The calendar of a workspace as its members are told it. */
export const calendarAnswer = ({ workdays, special, ...weeks }: WorkCalendar): Calendar => ({
  ...weeks,
  ...(workdays && { workdays: [...workdays] }),
  ...(special && { special: [...special] }),
})

/** The same for strangers: which days are worked, not what the others are called. */
export const publicCalendar = ({ special, ...calendar }: WorkCalendar): Calendar =>
  calendarAnswer({
    ...calendar,
    ...(special && { special: special.map(({ day, works }) => ({ day, works, name: '' })) }),
  })
