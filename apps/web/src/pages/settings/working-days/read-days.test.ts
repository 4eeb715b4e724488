import { expect, test } from 'vitest'
import { readDays } from './read-days.ts'

const brief = (text: string, year = 2026) => {
  const { days, unread } = readDays(text, year)
  return { days: days.map(({ day, name, works }) => `${day} ${name} ${works ? 'work' : 'off'}`), unread }
}

test('lines of days and spans are read with their names', () => {
  expect(
    brief('2026-12-25 Christmas Day\n2026/12/26 to 2026/12/27, Boxing Day off\n2026-12-19\tChristmas\twork'),
  ).toEqual({
    days: [
      '2026-12-19 Christmas work',
      '2026-12-25 Christmas Day off',
      '2026-12-26 Boxing Day off',
      '2026-12-27 Boxing Day off',
    ],
    unread: [],
  })
})

test('the wording of the yearly notice is read, with the days that are worked for it', () => {
  const notice = `一、元旦：2月1日（周四）至3日（周六）放假调休，共3天。2月4日（周日）上班。
七、国庆节：9月30日（周三）至10月2日放假调休，共3天，9月20日（周日）、10月10日（周六）上班。`
  expect(brief(notice, 2027)).toEqual({
    days: [
      '2027-02-01 元旦 off',
      '2027-02-02 元旦 off',
      '2027-02-03 元旦 off',
      '2027-02-04 元旦 work',
      '2027-09-20 国庆节 work',
      '2027-09-30 国庆节 off',
      '2027-10-01 国庆节 off',
      '2027-10-02 国庆节 off',
      '2027-10-10 国庆节 work',
    ],
    unread: [],
  })
})

test('short Chinese lines say off or work at their end', () => {
  expect(brief('2026-10-01 国庆节 休\n2026-10-10 国庆节 班').days).toEqual([
    '2026-10-01 国庆节 off',
    '2026-10-10 国庆节 work',
  ])
})

test('what names no day is given back as it was', () => {
  expect(brief('about holidays\n2026-02-30 never\n2026-01-01 New Year')).toEqual({
    days: ['2026-01-01 New Year off'],
    unread: ['about holidays', '2026-02-30 never'],
  })
})
