import { expect, test } from 'vitest'
import { filterOf, goneOn, readBinAddress, writeBinAddress } from './bin-filter.ts'

test('what the list is narrowed to stands in the address', () => {
  const address = { form: 'lead', member: 'm', when: 'week', search: 'acme' } as const
  expect(readBinAddress(new URLSearchParams(writeBinAddress(address)))).toEqual(address)
  expect(readBinAddress(new URLSearchParams('when=nonsense'))).toEqual({
    form: null,
    member: null,
    when: null,
    search: '',
  })
})

test('days count from midnight where the member is, also over a change of the clocks', () => {
  const now = '2026-11-06T03:30:00.000Z'
  const nothing = { form: null, member: null, search: ' ' }
  const of = (when: 'week' | 'older', zone: string) => filterOf({ ...nothing, when, form: 'lead' }, now, zone)
  expect(of('week', 'Asia/Shanghai')).toEqual({ forms: ['lead'], since: '2026-10-29T16:00:00.000Z' })
  // It is the day before there, and the clocks went back on November 1st.
  expect(of('week', 'America/New_York')).toEqual({ forms: ['lead'], since: '2026-10-29T04:00:00.000Z' })
  expect(of('older', 'America/New_York')).toEqual({ forms: ['lead'], until: '2026-10-06T04:00:00.000Z' })
})

test('a record goes for good when its days are over', () => {
  expect(goneOn('2026-11-01T08:00:00.000Z', 30)).toBe('2026-12-01T08:00:00.000Z')
})
