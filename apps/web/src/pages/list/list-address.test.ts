import { expect, test } from 'vitest'
import { readAddress, writeAddress } from './list-address.ts'

const full = {
  view: 'mine',
  filter: { eq: [{ var: 'stage' }, '赢单&=#'] },
  search: '客户 & "x"',
  columns: ['name', 'account.industry'],
  sort: [{ field: 'amount', direction: 'desc' as const }],
  table: {
    frozen: 2,
    groups: [{ field: 'stage' }],
    density: 'compact' as const,
    rowColors: [{ when: { isEmpty: [{ var: 'owner' }] }, color: 'red' as const, label: { zh: '无人负责' } }],
    quickFilters: [{ field: 'stage' }, { label: { en: 'Mine' }, filter: { var: 'hot' } }],
  },
  lanes: 'owner',
  span: 'week',
  day: '2026-11-21',
  at: '31.23000,121.47300,8',
}
const empty = {
  view: null,
  filter: null,
  search: '',
  sort: null,
  columns: null,
  table: null,
  lanes: null,
  span: null,
  day: null,
  at: null,
}

test.each([full, empty])('an address survives being written and read', (address) => {
  expect(readAddress(new URLSearchParams(new URLSearchParams(writeAddress(address)).toString()))).toEqual(
    address,
  )
})

test('an address that somebody broke is read as far as it goes', () => {
  expect(readAddress(new URLSearchParams('filter=%7Bbroken&view=mine&day=2026-19-99'))).toEqual({
    ...empty,
    view: 'mine',
  })
})

test('settings of a table that somebody broke are read as far as they go', () => {
  const table = {
    groups: 3,
    frozen: 'x',
    wrap: ['name', 4],
    density: 'compact',
    more: true,
    rowColors: [{ when: 1 }, 3],
  }
  expect(readAddress(new URLSearchParams({ table: JSON.stringify(table) })).table).toEqual({
    density: 'compact',
    wrap: ['name'],
    rowColors: [],
  })
  expect(readAddress(new URLSearchParams({ table: '[1]' })).table).toBeNull()
})
