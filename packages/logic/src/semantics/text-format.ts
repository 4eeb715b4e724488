import { parseInstant } from '../calendar.ts'
import { Decimal } from '../decimal.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { list } from '../sql/pieces.ts'
import { wallClock } from '../zone.ts'

/** "¥#,##0.00" taken apart. */
interface NumberFormat {
  readonly before: string
  readonly leastDigits: number
  readonly grouped: boolean
  readonly scale: number
  readonly percent: boolean
  readonly after: string
}

const NUMBER_FORMAT = /^((?:"[^"]*"|[^"#0,.%])*)([#0][#0,]*|)(?:\.(0{1,10}))?(%?)((?:"[^"]*"|[^"#0,.%])*)$/u

const bare = (literal: string): string => literal.replaceAll('"', '')

/** Undefined for what is no pattern of a number. */
export function readNumberFormat(format: string): NumberFormat | undefined {
  const found = NUMBER_FORMAT.exec(format)
  if (!found) return undefined
  const [, before = '', whole = '', decimals = '', percent = '', after = ''] = found
  if (whole === '' && decimals === '') return undefined
  return {
    before: bare(before),
    leastDigits: whole.replaceAll(/[^0]/g, '').length,
    grouped: whole.includes(','),
    scale: decimals.length,
    percent: percent === '%',
    after: `${percent}${bare(after)}`,
  }
}

export function formatNumber(value: Decimal, format: NumberFormat): string {
  const scaled = format.percent ? value.times(100) : value
  const rounded = new Decimal(scaled).toDecimalPlaces(format.scale)
  const [whole = '', decimals] = rounded.abs().toFixed(format.scale).split('.')
  const shown = format.leastDigits === 0 && whole === '0' ? '' : whole.padStart(format.leastDigits, '0')
  const grouped = format.grouped ? shown.replaceAll(/(\d)(?=(\d{3})+$)/g, '$1,') : shown
  const sign = rounded.isNegative() && !rounded.isZero() ? '-' : ''
  return `${sign}${format.before}${grouped}${decimals === undefined ? '' : `.${decimals}`}${format.after}`
}

export function formatNumberSql(value: SqlFragment, format: NumberFormat): SqlFragment {
  const { before, leastDigits, grouped, scale, percent, after } = format
  const scaled = percent ? sql`${value} * 100` : value
  const rounded = sql`select round(${scaled}, ${param(scale, 'int')}) as r offset 0`
  const parts = sql`select _f.r, split_part(abs(_f.r)::text, '.', 1) as w, split_part(abs(_f.r)::text, '.', 2) as d from (${rounded}) as _f where _f.r is not null offset 0`
  const least = param(leastDigits, 'int')
  const whole =
    leastDigits === 0 ? sql`nullif(_p.w, '0')` : sql`lpad(_p.w, greatest(length(_p.w), ${least}), '0')`
  const shown = sql`coalesce(${whole}, '')`
  const split = grouped ? sql`regexp_replace(${shown}, '(\\d)(?=(\\d{3})+$)', '\\1,', 'g')` : shown
  const decimals = scale === 0 ? sql`''` : sql`'.' || _p.d`
  const sign = sql`case when _p.r < 0 then '-' else '' end`
  return sql`(select ${sign} || ${param(before, 'text')} || ${split} || ${decimals} || ${param(after, 'text')} from (${parts}) as _p)`
}

type DatePart =
  | 'yyyy'
  | 'yy'
  | 'mm'
  | 'm'
  | 'dd'
  | 'd'
  | 'hh'
  | 'h'
  | 'nn'
  | 'n'
  | 'ss'
  | 's'
  | 'aaaa'
  | 'aaa'

/** "yyyy年m月d日" taken apart: what is shown of the moment, and text as it is; `n` is a minute. */
type DateFormat = readonly ({ readonly part: DatePart } | { readonly text: string })[]

const TOKENS = /yyyy|yy|mm|m|dd|d|hh|h|ss|s|aaaa|aaa|"[^"]*"|[^ymdhsa"]+/gi

/** Undefined for what is no pattern of a day or moment. */
export function readDateFormat(format: string): DateFormat | undefined {
  const found = format.match(TOKENS) ?? []
  if (found.join('') !== format) return undefined
  const parts = found.map((token) => token.toLowerCase())
  const isPart = (token: string | undefined): boolean => token !== undefined && /^[ymdhsa]/.test(token)
  if (!parts.some(isPart)) return undefined
  return parts.map((token, position) => {
    if (!isPart(token)) return { text: bare(found[position] ?? '') }
    const [before, after] = [
      parts.slice(0, position).findLast(isPart),
      parts.slice(position + 1).find(isPart),
    ]
    const isMinute =
      token.startsWith('m') && (before?.startsWith('h') === true || after?.startsWith('s') === true)
    return { part: (isMinute ? token.replaceAll('m', 'n') : token) as DatePart }
  })
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

function shown(part: DatePart, moment: Date): string {
  const iso = moment.toISOString()
  const padded = (from: number) => iso.slice(from, from + 2)
  const day = WEEKDAYS[moment.getUTCDay()] ?? ''
  const places: Readonly<Record<string, number>> = { m: 5, d: 8, h: 11, n: 14, s: 17 }
  if (part === 'aaaa') return `星期${day}`
  if (part === 'aaa') return day
  if (part === 'yyyy') return iso.slice(0, 4)
  if (part === 'yy') return iso.slice(2, 4)
  const text = padded(places[part.charAt(0)] ?? 0)
  return part.length === 2 ? text : String(Number(text))
}

/** A day, or an instant on the clock of the zone. */
export function formatDate(
  value: string,
  isInstant: boolean,
  zone: string,
  format: DateFormat,
): string | null {
  const instant = isInstant ? parseInstant(value) : null
  if (isInstant && instant === null) return null
  const moment = new Date(instant === null ? `${value}T00:00:00.000Z` : wallClock(zone, instant))
  if (Number.isNaN(moment.getTime())) return null
  return format.map((each) => ('text' in each ? each.text : shown(each.part, moment))).join('')
}

const PATTERNS: Readonly<Record<Exclude<DatePart, 'aaaa' | 'aaa'>, SqlFragment>> = {
  yyyy: sql`'YYYY'`,
  yy: sql`'YY'`,
  mm: sql`'MM'`,
  m: sql`'FMMM'`,
  dd: sql`'DD'`,
  d: sql`'FMDD'`,
  hh: sql`'HH24'`,
  h: sql`'FMHH24'`,
  nn: sql`'MI'`,
  n: sql`'FMMI'`,
  ss: sql`'SS'`,
  s: sql`'FMSS'`,
}

const dayNames = sql`(array['一','二','三','四','五','六','日'])[extract(isodow from _t.v)::int]`

function shownSql(part: DatePart): SqlFragment {
  if (part === 'aaaa') return sql`'星期' || ${dayNames}`
  return part === 'aaa' ? dayNames : sql`to_char(_t.v, ${PATTERNS[part]})`
}

export function formatDateSql(
  value: SqlFragment,
  isInstant: boolean,
  zone: string,
  format: DateFormat,
): SqlFragment {
  const moment = isInstant ? sql`${value} at time zone ${param(zone, 'text')}` : sql`(${value})::timestamp`
  const parts = format.map((each) => ('text' in each ? param(each.text, 'text') : shownSql(each.part)))
  return sql`(select case when _t.v is not null then concat(${list(parts)}) end from (select ${moment} as v offset 0) as _t)`
}
