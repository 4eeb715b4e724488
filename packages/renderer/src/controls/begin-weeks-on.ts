import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { chosenWeekStart } from './week-start.ts'

// Calendars are drawn by the locales of dayjs. They ask for the day each time, so it does not matter what comes first:
// this code, a calendar that is already open or what the workspace chose.
for (const name of ['en', 'zh-cn']) {
  const locale = dayjs.Ls[name]
  const own = locale?.weekStart
  if (locale !== undefined)
    Object.defineProperty(locale, 'weekStart', { get: () => chosenWeekStart() ?? own, enumerable: true })
}
