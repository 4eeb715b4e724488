import { expect, it } from 'vitest'
import { wallCalendar } from './wall-calendar.ts'

const at = (zone: string) => wallCalendar(zone, () => Date.parse('2026-11-30T20:15:00.000Z'))

it.each([
  ['Asia/Shanghai', '2026-12-01 04:15'],
  ['Pacific/Honolulu', '2026-11-30 10:15'],
])('knows what day and time it is in %s', (zone, now) => {
  const { getNow, locale } = at(zone)
  expect(locale.format('en_US', getNow(), 'YYYY-MM-DD HH:mm')).toBe(now)
})

it.each([
  ['2026-03-08 02:30', '2026-03-08 02:30'],
  ['2026/3/8 02:30', '2026-03-08 02:30'],
  ['2026-03-08', '2026-03-08 00:00'],
])('reads %s as it is typed', (text, read) => {
  const { locale } = at('America/New_York')
  const day = locale.parse('zh_CN', text, ['YYYY-MM-DD HH:mm', 'YYYY/M/D HH:mm', 'YYYY-MM-DD'])
  expect(day === null ? null : locale.format('en_US', day, 'YYYY-MM-DD HH:mm')).toBe(read)
})

it('does not read what is no day', () => {
  expect(at('Asia/Shanghai').locale.parse('en_US', '2026-02-30', ['YYYY-MM-DD'])).toBeNull()
})

it('begins weeks and names days as the language does', () => {
  const { locale, getNow, getWeekDay } = at('Asia/Shanghai')
  expect(getWeekDay(getNow())).toBe(2)
  for (const name of ['en_US', 'zh_CN'])
    expect(getWeekDay(locale.getWeekFirstDate(name, getNow()))).toBe(locale.getWeekFirstDay(name))
  expect(locale.getShortWeekDays?.('en_US')[0]).toBe('Su')
  expect(locale.getShortWeekDays?.('zh_CN')[0]).toBe('日')
  expect(locale.getShortMonths?.('zh_CN')[0]).toBe('1月')
})
