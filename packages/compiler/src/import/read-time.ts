import { readTime } from '@pipewright/logic'

const written =
  /^(上午|早上|凌晨|中午|下午|晚上|am|pm)?\s*(\d{1,2})(?:\s*[:点时]\s*(\d{1,2}|半)?(?:\s*[:分]\s*(\d{1,2})秒?|分)?)?\s*(am|pm|a\.m\.|p\.m\.)?$/u
const serial = /^0?\.(\d{1,15})$/

const pad = (part: number | string): string => String(part).padStart(2, '0')
const late = new Set(['下午', '晚上', '中午', 'pm', 'p.m.'])

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  if (half === '中午') return hour < 11 ? hour + 12 : hour
  return (hour % 12) + (late.has(half) ? 12 : 0)
}

/** "HH:MM:SS" of a time of day as people write it: 9:30, 3 pm, 下午3点, 15点半; undefined when it is none. */
export function readClock(text: string): string | undefined {
  const folded = text.normalize('NFKC').trim().toLowerCase()
  const part = serial.exec(folded)?.[1]
  if (part !== undefined) {
    const seconds = Math.round(Number(`0.${part}`) * 86_400) % 86_400
    return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((one) => pad(Math.floor(one))).join(':')
  }
  const match = written.exec(folded)
  if (match === null) return undefined
  const [whole, early, hour = '', minute = '0', second = '0', after] = match
  const half = early ?? after
  if (/^\d+$/.test(whole) || (half !== undefined && Number(hour) === 0 && half === 'pm')) return undefined
  const minutes = minute === '半' ? '30' : minute
  return readTime(`${pad(hourOf(Number(hour), half))}:${pad(minutes)}:${pad(second)}`) ?? undefined
}
