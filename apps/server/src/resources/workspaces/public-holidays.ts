import type { Locale, SpecialDay } from '@pipewright/contract'
import { formatDate, parseDate } from '@pipewright/logic'

interface Span {
  readonly name: { readonly en: string; readonly zh: string }
  readonly from: string
  readonly to: string
  /** Days that are worked to make up for it. */
  readonly madeUp?: readonly string[]
}

const names = {
  newYear: { en: 'New Year', zh: '元旦' },
  spring: { en: 'Spring Festival', zh: '春节' },
  qingming: { en: 'Qingming', zh: '清明节' },
  labour: { en: 'Labour Day', zh: '劳动节' },
  dragonBoat: { en: 'Dragon Boat Festival', zh: '端午节' },
  midAutumn: { en: 'Mid-Autumn Festival', zh: '中秋节' },
  national: { en: 'National Day', zh: '国庆节' },
} as const

/**
 * Public holidays of mainland China. Of 2026 as the State Council announced them, with the days that are made up; of 2027 the days
 * that the law fixes by the solar calendar, until the notice of that year is pasted in the settings.
 */
const china: readonly Span[] = [
  { name: names.newYear, from: '2026-01-01', to: '2026-01-03', madeUp: ['2026-01-04'] },
  { name: names.spring, from: '2026-02-15', to: '2026-02-23', madeUp: ['2026-02-14', '2026-02-28'] },
  { name: names.qingming, from: '2026-04-04', to: '2026-04-06' },
  { name: names.labour, from: '2026-05-01', to: '2026-05-05', madeUp: ['2026-05-09'] },
  { name: names.dragonBoat, from: '2026-06-19', to: '2026-06-21' },
  { name: names.midAutumn, from: '2026-09-25', to: '2026-09-27' },
  { name: names.national, from: '2026-10-01', to: '2026-10-07', madeUp: ['2026-09-20', '2026-10-10'] },
  { name: names.newYear, from: '2027-01-01', to: '2027-01-01' },
  { name: names.labour, from: '2027-05-01', to: '2027-05-02' },
  { name: names.national, from: '2027-10-01', to: '2027-10-03' },
]

const chineseZones: ReadonlySet<string> = new Set([
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Chongqing',
  'Asia/Harbin',
  'Asia/Kashgar',
  'PRC',
])

function daysOf({ from, to }: Span): string[] {
  const [first, last] = [parseDate(from), parseDate(to)]
  if (first === null || last === null) return []
  return Array.from({ length: last - first + 1 }, (_, at) => formatDate(first + at) ?? '')
}

/** The days off and made-up days that a workspace of the zone begins with; none where they are not known. */
export function publicHolidays(zone: string, locale: Locale): SpecialDay[] {
  if (!chineseZones.has(zone)) return []
  const days = china.flatMap((span) => {
    const name = span.name[locale]
    const off = daysOf(span).map((day) => ({ day, name, works: false }))
    return [...off, ...(span.madeUp ?? []).map((day) => ({ day, name, works: true }))]
  })
  return days.toSorted((one, other) => (one.day < other.day ? -1 : 1))
}
