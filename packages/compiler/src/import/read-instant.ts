import { instantAt, parseInstant } from '@pipewright/logic'
import type { DateOrder } from './cell-type.ts'
import { dayOfSerial, readDay } from './read-day.ts'

const timed =
  /^(.*?)[t\s]*(上午|下午)?\s*(\d{1,2})[:点时](\d{1,2})分?(?::?(\d{1,2})秒?(\.\d{1,3})?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|[+-]\d\d:?\d\d)?$/
const serial = /^([2-7]\d{4})\.(\d{1,12})$/

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  const isLate = half.startsWith('p') || half === '下午'
  return (hour % 12) + (isLate ? 12 : 0)
}

/** Milliseconds of an offset like "+08:00"; undefined when there is none. */
function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/\d/.test(text)) return 0
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

function timeOf(match: RegExpExecArray): number | undefined {
  const [, , early, hours, minutes = '', seconds = '0', fraction = '', late] = match
  const hour = hourOf(Number(hours), early ?? late)
  if (hour === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return (
    ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Math.round(Number(`0${fraction}`) * 1000)
  )
}

const inUtc = (ms: number): string | undefined => {
  const date = new Date(ms)
  const year = Number.isNaN(ms) ? 0 : date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString() : undefined
}

/** The instant of a date with time as people write it; without an offset it is meant in the zone. */
export function readInstant(text: string, order: DateOrder, zone: string): string | undefined {
  const exact = parseInstant(text.trim())
  if (exact !== null) return inUtc(exact)
  const folded = text.normalize('NFKC').trim().toLowerCase()
  const count = serial.exec(folded)
  if (count !== null) {
    const whole = Date.parse(`${dayOfSerial(Number(count[1]))}T00:00:00Z`)
    return inUtc(instantAt(zone, whole + Math.round(Number(`0.${count[2]}`) * 86_400_000)))
  }
  const match = timed.exec(folded)
  const day = readDay(match === null ? folded : (match[1] ?? ''), order)
  const time = match === null ? 0 : timeOf(match)
  if (day === undefined || time === undefined) return undefined
  const shown = Date.parse(`${day}T00:00:00Z`) + time
  const offset = offsetOf(match?.[8])
  return inUtc(offset === undefined ? instantAt(zone, shown) : shown - offset)
}
