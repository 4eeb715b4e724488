/** Days as texts and numbers, and the working ones among them: for pages around the renderer. */
export { formatDate, parseDate, workingDayAfter, workingDayFrom, type WorkCalendar } from '@pipewright/logic'
