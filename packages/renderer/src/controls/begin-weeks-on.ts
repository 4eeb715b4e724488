import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'

/** Calendars are drawn by the locales of dayjs, which count days of the week from Sunday as 0; 7 is Sunday here. */
export function beginWeeksOn(weekStart: number): void {
  for (const name of ['en', 'zh-cn']) {
    const locale = dayjs.Ls[name]
    if (locale !== undefined) locale.weekStart = weekStart % 7
  }
}
