import { dayIn, instantIn } from './zone-time.ts'

/** When and where a sample is installed: its dates lie around today. */
export interface SampleMoment {
  readonly now: string
  readonly zone: string
}

const placeholder = /^\{today([+-]\d+)?(?: (\d\d:\d\d))?\}$/

/** `{today-12}` is a day, `{today-12 09:30}` an instant by the clock of the zone; anything else stays as it is. */
export function fillPlaceholder(cell: string, { now, zone }: SampleMoment): string {
  const found = placeholder.exec(cell)
  if (found === null) return cell
  const [, days = '0', time] = found
  const day = dayIn(zone, now, Number(days))
  return time === undefined ? day : instantIn(zone, day, time)
}
