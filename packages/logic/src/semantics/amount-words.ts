import type { Decimal } from '../decimal.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

const DIGITS = [...'零壹贰叁肆伍陆柒捌玖']
const UNITS = ['', '拾', '佰', '仟']
const GROUPS = ['元', '万', '亿', '万']

/** From here on there is no customary way to write an amount. */
const LIMIT = '1e16'

/** What the digits give is shortened step by step, here and in SQL: zeros run together and stand before no unit. */
const SHORTER = [
  ['零+', '零'],
  ['零([万亿元])', '\\1'],
  ['亿万', '亿'],
] as const

function wholeWords(digits: string): string {
  const written = [...digits]
    .map((digit, index) => {
      const place = digits.length - 1 - index
      const unit = digit === '0' ? '' : (UNITS[place % 4] ?? '')
      return `${DIGITS[Number(digit)] ?? ''}${unit}${place % 4 === 0 ? (GROUPS[place / 4] ?? '') : ''}`
    })
    .join('')
  return SHORTER.reduce(
    (text, [pattern, by]) => text.replaceAll(new RegExp(pattern, 'g'), by.replace('\\', '$')),
    written,
  )
}

function centWords(cents: number, hasWhole: boolean): string {
  const [tens, ones] = [Math.trunc(cents / 10), cents % 10]
  if (cents === 0) return '整'
  if (tens === 0) return `${hasWhole ? '零' : ''}${DIGITS[ones] ?? ''}分`
  return `${DIGITS[tens] ?? ''}角${ones === 0 ? '整' : `${DIGITS[ones] ?? ''}分`}`
}

/** An amount as contracts and cheques spell it out; empty from ten thousand trillion on. */
export function amountWords(amount: Decimal): string | null {
  const cents = amount.times(100).toDecimalPlaces(0)
  const whole = cents.abs().dividedToIntegerBy(100)
  if (whole.greaterThanOrEqualTo(LIMIT)) return null
  if (cents.isZero()) return '零元整'
  const rest = cents.abs().minus(whole.times(100)).toNumber()
  const words = whole.isZero() ? '' : wholeWords(whole.toFixed())
  return `${cents.isNegative() ? '负' : ''}${words}${centWords(rest, !whole.isZero())}`
}

const digitSql = (digit: SqlFragment): SqlFragment =>
  sql`translate(${digit}, '0123456789', '零壹贰叁肆伍陆柒捌玖')`

export function amountWordsSql(amount: SqlFragment): SqlFragment {
  const cents = sql`select round(${amount} * 100) as c offset 0`
  const parts = sql`select _c.c, div(abs(_c.c), 100)::text as w, mod(abs(_c.c), 100)::int as r from (${cents}) as _c where abs(_c.c) < 1e18 offset 0`
  const place = sql`(length(_p.w) - _n.i)`
  const digit = sql`substr(_p.w, _n.i, 1)`
  const unit = sql`case when ${digit} = '0' then '' else (array['','拾','佰','仟'])[${place} % 4 + 1] end`
  const group = sql`case ${place} when 0 then '元' when 4 then '万' when 8 then '亿' when 12 then '万' else '' end`
  const written = sql`(select string_agg(${digitSql(digit)} || ${unit} || ${group}, '' order by _n.i) from generate_series(1, length(_p.w)) as _n(i))`
  const shorter = sql`regexp_replace(regexp_replace(regexp_replace(${written}, '零+', '零', 'g'), '零([万亿元])', '\\1', 'g'), '亿万', '亿', 'g')`
  const whole = sql`case when _p.w = '0' then '' else ${shorter} end`
  const [tens, ones] = [digitSql(sql`(_p.r / 10)::text`), digitSql(sql`(_p.r % 10)::text`)]
  const rest = sql`case when _p.r = 0 then '整' when _p.r < 10 then case when _p.w = '0' then '' else '零' end || ${ones} || '分' when _p.r % 10 = 0 then ${tens} || '角整' else ${tens} || '角' || ${ones} || '分' end`
  const sign = sql`case when _p.c < 0 then '负' else '' end`
  return sql`(select case when _p.c = 0 then '零元整' else ${sign} || ${whole} || ${rest} end from (${parts}) as _p)`
}
