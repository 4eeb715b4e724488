import type { Locale } from '@pipewright/metadata'

const formats = new Map<string, Intl.NumberFormat>()

function formatFor(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-US', options)
  formats.set(key, format)
  return format
}

const plain = /^-?\d+(\.\d+)?$/

/** `Intl` reads a decimal string exactly; what is no decimal is shown as it stands. */
function formatExactly(value: string, locale: Locale, options: Intl.NumberFormatOptions): string {
  return plain.test(value) ? formatFor(locale, options).format(value as `${number}`) : value
}

/** "1234.5" → "1,234.50" at scale 2. */
export function formatNumber(value: string, locale: Locale, scale: number): string {
  return formatExactly(value, locale, {
    minimumFractionDigits: scale,
    maximumFractionDigits: Math.max(scale, 20),
  })
}

const moneyOptions = (currency: string): Intl.NumberFormatOptions => ({
  style: 'currency',
  currency,
  currencyDisplay: 'narrowSymbol',
})

/** "1234.5" in CNY → "¥1,234.50". */
export function formatMoney(value: string, locale: Locale, currency: string, scale: number): string {
  return formatExactly(value, locale, {
    ...moneyOptions(currency),
    minimumFractionDigits: scale,
    maximumFractionDigits: Math.max(scale, 20),
  })
}

/** An amount beside those in other currencies: each sign is one currency's alone, "US$1,234.50" and "HK$8.00". */
export function formatAmount(value: string, locale: Locale, currency: string, scale: number): string {
  return formatExactly(value, locale, {
    style: 'currency',
    currency,
    currencyDisplay: locale === 'en' && currency !== 'USD' ? 'code' : 'symbol',
    minimumFractionDigits: scale,
    maximumFractionDigits: Math.max(scale, 20),
  })
}

/** "1234567" → "1.2M" or "123.5万": for places where only the size matters. */
export function formatCompact(value: string, locale: Locale, currency?: string): string {
  const money = currency === undefined ? {} : moneyOptions(currency)
  return formatExactly(value, locale, {
    ...money,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  })
}

/** The sign of a currency as it stands beside an amount. */
export function currencySign(currency: string, locale: Locale): string {
  const parts = formatFor(locale, moneyOptions(currency)).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

/** 20 → "20%": the value is already in percent. */
export function formatPercent(value: string, locale: Locale, scale: number): string {
  const text = formatExactly(value, locale, {
    minimumFractionDigits: 0,
    maximumFractionDigits: Math.max(scale, 20),
  })
  return plain.test(value) ? `${text}%` : value
}
