import fc from 'fast-check'

/** Letters that case, width, search patterns and counting treat apart. */
const letters = [
  'a',
  'b',
  'A',
  'B',
  'é',
  'É',
  'ß',
  'ω',
  'Ω',
  'Σ',
  '中',
  '文',
  '　',
  ' ',
  '\t',
  '%',
  '_',
  '-',
  '\\',
  '"',
  "'",
  '*',
  'Ａ',
  '１',
  'ﾊ',
  'ﬁ',
  '\u0301',
  '\u200b',
  '😀',
  '𠮷',
  '1',
  '2',
  '.',
  ',',
  '@',
]
export const someText = fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 })
export const filledText = someText.filter((text) => text !== '')
export const someNumber = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, 1, 2, 3, 7, 10, 0.1, 0.5, 0.005, 1.005, -2.5, 12.345, 99999999.99),
)
const LEAP_DAYS = ['2024-02-29', '2000-02-29', '2023-02-28', '2026-12-31', '2027-01-01', '2021-01-03']
export const someDate = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...LEAP_DAYS) },
)
/** Around changes of summer time as well as anywhere. */
export const someInstant = fc.oneof(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc
    .tuple(
      fc.constantFrom('2026-03-08T04:', '2026-11-01T04:', '2026-03-29T00:', '2026-10-24T16:'),
      fc.integer({ min: 0, max: 59 }),
    )
    .map(([hour, minute]) => `${hour}${String(minute).padStart(2, '0')}:00.000Z`),
)
export const someDigits = fc.integer({ min: -3, max: 6 })
export const smallNumber = fc.integer({ min: -2, max: 9 })
export const someUnit = fc.constantFrom('year', 'quarter', 'month', 'week', 'day')
export const finerUnit = fc.oneof(someUnit, fc.constantFrom('hour', 'minute'))
export const someTexts = fc.array(filledText, { minLength: 1, maxLength: 4 })
export const someNumbers = fc.array(someNumber, { minLength: 1, maxLength: 3 })
