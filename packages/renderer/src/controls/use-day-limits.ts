import { limitDay } from '@pipewright/compiler'
import { dayIn, formatDate } from '@pipewright/logic'
import type { DateField, DateRangeField, DateTimeField } from '@pipewright/schemas'
import type { Dayjs } from 'dayjs'
import { useRenderer } from '../environment/use-renderer.ts'
import { wallDay } from './dates/wall-calendar.ts'

/** The first and last day that a picker offers. */
export function useDayLimits({ earliest, latest }: DateField | DateTimeField | DateRangeField): {
  readonly minDate?: Dayjs
  readonly maxDate?: Dayjs
} {
  const { now, zone } = useRenderer()
  if (earliest === undefined && latest === undefined) return {}
  const today = formatDate(dayIn(zone, now()) ?? 0) ?? ''
  const [first, last] = [limitDay(earliest, today), limitDay(latest, today)]
  return {
    ...(first === null ? {} : { minDate: wallDay(first) }),
    ...(last === null ? {} : { maxDate: wallDay(last).endOf('day') }),
  }
}
