import type { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'
import localeData from 'dayjs/plugin/localeData.js'
import utc from 'dayjs/plugin/utc.js'
import weekOfYear from 'dayjs/plugin/weekOfYear.js'
import { wallTime } from '../../formats/zone-clock.ts'
import '../begin-weeks-on.ts'

for (const plugin of [customParseFormat, localeData, utc, weekOfYear]) dayjs.extend(plugin)

/** How a picker reckons. */
type Calendar = Parameters<typeof DatePicker.generatePicker<Dayjs>>[0]

/**
 * "2026-11-21", "2026-11-21T08:00:00" as a picker holds it: as if clocks were never changed. A zone would skip an hour
 * of some day, and the zone of the device is not even that of the member.
 */
export const wallDay = (text: string): Dayjs => dayjs.utc(text || null)

const named = (locale: string): string => (locale.startsWith('zh') ? 'zh-cn' : 'en')
const wordsOf = (locale: string) => wallDay('2000-01-01').locale(named(locale)).localeData()

function parsed(locale: string, text: string, formats: readonly string[]): Dayjs | null {
  const found = formats.map((format) => dayjs.utc(text, format, true)).find((day) => day.isValid())
  return found?.locale(named(locale)) ?? null
}

const words: Calendar['locale'] = {
  getWeekFirstDay: (locale) => wordsOf(locale).firstDayOfWeek(),
  getWeekFirstDate: (locale, day) =>
    day.subtract((day.day() - wordsOf(locale).firstDayOfWeek() + 7) % 7, 'day'),
  getWeek: (locale, day) => day.locale(named(locale)).week(),
  getShortWeekDays: (locale) => wordsOf(locale).weekdaysMin(),
  getShortMonths: (locale) => wordsOf(locale).monthsShort(),
  format: (locale, day, format) => day.locale(named(locale)).format(format),
  parse: parsed,
}

/** Reckons by the clock on the wall in `zone` alone; `now` tells the instant in milliseconds since 1970. */
export function wallCalendar(zone: string, now: () => number): Calendar {
  return {
    getNow: () => wallDay(wallTime(now(), zone)),
    getFixedDate: wallDay,
    getEndDate: (day) => day.endOf('month'),
    getWeekDay: (day) => day.day(),
    getYear: (day) => day.year(),
    getMonth: (day) => day.month(),
    getDate: (day) => day.date(),
    getHour: (day) => day.hour(),
    getMinute: (day) => day.minute(),
    getSecond: (day) => day.second(),
    getMillisecond: (day) => day.millisecond(),
    addYear: (day, years) => day.add(years, 'year'),
    addMonth: (day, months) => day.add(months, 'month'),
    addDate: (day, days) => day.add(days, 'day'),
    setYear: (day, year) => day.year(year),
    setMonth: (day, month) => day.month(month),
    setDate: (day, date) => day.date(date),
    setHour: (day, hour) => day.hour(hour),
    setMinute: (day, minute) => day.minute(minute),
    setSecond: (day, second) => day.second(second),
    setMillisecond: (day, millisecond) => day.millisecond(millisecond),
    isAfter: (one, other) => one.isAfter(other),
    isValidate: (day) => day.isValid(),
    locale: words,
  }
}
