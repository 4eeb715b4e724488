import { DatePicker } from 'antd'
import type { Dayjs } from 'dayjs'
import { wallCalendar } from './wall-calendar.ts'

function makePickers(zone: string) {
  const made = DatePicker.generatePicker<Dayjs>(wallCalendar(zone, () => Date.now()))
  return { DatePicker: made, TimePicker: made.TimePicker }
}

const pickers = new Map<string, ReturnType<typeof makePickers>>()

/** Pick days and times by the clock on the wall in a zone, whatever zone the device is in; today and now are those there. */
export function wallPickers(zone: string): ReturnType<typeof makePickers> {
  const known = pickers.get(zone) ?? makePickers(zone)
  pickers.set(zone, known)
  return known
}
