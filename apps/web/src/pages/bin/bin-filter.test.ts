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

test('days count from midnight where the reader is', () => {
  const now = new Date(2026, 10, 28, 15, 30)
  const midnight = (day: number) => new Date(2026, 10, day).toISOString()
  const nothing = { form: null, member: null, search: ' ' }
  expect(filterOf({ ...nothing, when: 'week' }, now)).toEqual({ since: midnight(21) })
  expect(filterOf({ ...nothing, when: 'older', form: 'lead' }, now)).toEqual({
    forms: ['lead'],
    until: new Date(2026, 9, 29).toISOString(),
  })
})

test('a record goes for good when its days are over', () => {
  expect(goneOn('2026-11-01T08:00:00.000Z', 30).toISOString()).toBe('2026-12-01T08:00:00.000Z')
})
