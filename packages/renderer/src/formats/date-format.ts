export {
  formatDate,
  dayOf,
  formatTime,
  formatDateTime,
  formatDayHeading,
  formatPeriod,
} from '@pipewright/compiler'
