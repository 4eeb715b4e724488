export type DurationUnit = 'minutes' | 'seconds'

const marks = {
  en: { h: 'h', m: 'm', s: 's', gap: ' ' },
  zh: { h: '小时', m: '分', s: '秒', gap: '' },
} as const

const plain = /^(-?)(\d{1,20})(\.\d+)?$/

/**
 * "90" minutes → "1h 30m" or "1小时30分"; `readDuration` reads it back. Of an average only the whole minutes or seconds
 * are told; what is no number stands as it is.
 */
export function formatDuration(value: string, unit: DurationUnit, locale: 'en' | 'zh'): string {
  const [, sign, count] = plain.exec(value) ?? []
  if (sign === undefined || count === undefined) return value
  const seconds = BigInt(count) * (unit === 'minutes' ? 60n : 1n)
  const { h, m, s, gap } = marks[locale]
  const parts = [`${seconds / 3600n}${h}`, `${(seconds / 60n) % 60n}${m}`, `${seconds % 60n}${s}`]
  const shown = parts.filter((part) => !/^0\D/.test(part))
  return shown.length === 0 ? `0${unit === 'minutes' ? m : s}` : sign + shown.join(gap)
}
