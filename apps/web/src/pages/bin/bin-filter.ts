import type { BinFilter } from '@pipewright/contract'
import { formatDate, instantOf, parseDate, wallTime } from '@pipewright/renderer'

export const whens = ['day', 'week', 'month', 'older'] as const
export type When = (typeof whens)[number]

/** What the list is narrowed to, as it stands in the address. */
export interface BinAddress {
  readonly form: string | null
  readonly member: string | null
  readonly when: When | null
  readonly search: string
}

const dayMs = 86_400_000

export function readBinAddress(search: URLSearchParams): BinAddress {
  const when = search.get('when')
  return {
    form: search.get('form'),
    member: search.get('by'),
    when: whens.find((one) => one === when) ?? null,
    search: search.get('q') ?? '',
  }
}

export const writeBinAddress = ({ form, member, when, search }: BinAddress): Record<string, string> => ({
  ...(form === null ? {} : { form }),
  ...(member === null ? {} : { by: member }),
  ...(when === null ? {} : { when }),
  ...(search === '' ? {} : { q: search }),
})

/** Midnight of so many days before, where the member is. */
function daysBefore(now: string, zone: string, days: number): string | null {
  const [today = ''] = wallTime(Date.parse(now), zone).split('T')
  const day = formatDate((parseDate(today) ?? 0) - days)
  return instantOf(`${day}T00:00:00`, zone)
}

const before = { day: 1, week: 7, month: 30, older: 30 } as const satisfies Record<When, number>

export function filterOf({ form, member, when, search }: BinAddress, now: string, zone: string): BinFilter {
  const border = when === null ? null : daysBefore(now, zone, before[when])
  return {
    ...(form === null ? {} : { forms: [form] }),
    ...(member === null ? {} : { member }),
    ...(border === null ? {} : when === 'older' ? { until: border } : { since: border }),
    ...(search.trim() === '' ? {} : { search }),
  }
}

/** The moment after which a record is deleted for good. */
export const goneOn = (at: string, keepDays: number): string =>
  new Date(Date.parse(at) + keepDays * dayMs).toISOString()
