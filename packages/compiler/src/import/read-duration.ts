import { Decimal, formatDecimal, parseDecimal } from '@pipewright/logic'
import type { DurationUnit } from './format-duration.ts'

const number = String.raw`(\d{1,9}(?:\.\d{1,6})?)`
const words = new RegExp(
  String.raw`^(?:${number}\s*(?:d|days?|天|日))?\s*(?:${number}\s*(?:h|hrs?|hours?|个?小时|个?钟头|时))?\s*(半)?\s*(?:${number}\s*(?:m|mins?|minutes?|分钟?))?\s*(?:${number}\s*(?:s|secs?|seconds?|秒钟?))?$`,
  'u',
)
const clock = /^(\d{1,9}):([0-5]?\d)(?::([0-5]?\d))?$/

/** Seconds in one of the unit. */
const size: Readonly<Record<DurationUnit, number>> = { minutes: 60, seconds: 1 }

function secondsOf(folded: string): Decimal | undefined {
  const [, hours, minutes, seconds = '0'] = clock.exec(folded) ?? []
  if (hours !== undefined && minutes !== undefined)
    return new Decimal(hours).times(3600).plus(Number(minutes) * 60 + Number(seconds))
  const match = words.exec(folded)
  if (match === null || folded === '') return undefined
  const [, days = '0', hour = '0', half, minute = '0', second = '0'] = match
  if (half !== undefined && match[2] === undefined) return undefined
  return new Decimal(days)
    .times(86_400)
    .plus(new Decimal(hour).times(3600))
    .plus(half === undefined ? 0 : 1800)
    .plus(new Decimal(minute).times(60))
    .plus(second)
}

/**
 * How many of the unit a duration is, as people write it: 1h 30m, 90 min, 1:30, 1.5 h, 1小时30分, 1小时半. A bare number
 * counts the unit. Undefined when it is none or would not be whole.
 */
export function readDuration(text: string, unit: DurationUnit): string | undefined {
  const folded = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[,，]\s*|\band\b/g, ' ')
    .trim()
  if (parseDecimal(folded) !== null)
    return folded.startsWith('-') ? undefined : formatDecimal(new Decimal(folded))
  const seconds = secondsOf(folded.replaceAll(/\s+/g, ' '))
  const count = seconds?.dividedBy(size[unit])
  return count?.isInteger() === true ? formatDecimal(count) : undefined
}
