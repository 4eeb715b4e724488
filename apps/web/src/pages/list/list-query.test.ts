import type { View } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { readAddress } from './list-address.ts'
import { boardQuery, tableQuery } from './list-query.ts'

const mine = { eq: [{ var: 'owner' }, { var: '$me' }] }
const big = { gt: [{ var: 'amount' }, 1000] }
const view: View = {
  key: 'mine',
  form: 'deal',
  type: 'table',
  label: { en: 'Mine', zh: '我的' },
  columns: ['name', 'amount'],
  filter: mine,
  sort: [{ field: 'amount', direction: 'desc' }],
}

test('the filter of the view stays in force beside the one of the address', () => {
  const address = readAddress(new URLSearchParams({ filter: JSON.stringify(big), q: '华东' }))
  expect(tableQuery(view, address)).toEqual({
    columns: ['name', 'amount'],
    sort: [{ field: 'amount', direction: 'desc' }],
    filter: { and: [mine, big] },
    search: '华东',
  })
})

test('columns and sort of the address replace those of the view', () => {
  const sort = [{ field: 'name', direction: 'asc' }]
  const address = readAddress(new URLSearchParams({ columns: 'name', sort: JSON.stringify(sort) }))
  expect(tableQuery(view, address)).toEqual({ columns: ['name'], sort, filter: mine })
})

test('a board asks for its sums', () => {
  const query = boardQuery({ ...view, sums: ['amount'] }, readAddress(new URLSearchParams()), 'stage')
  expect(query).toMatchObject({ field: 'stage', sums: ['amount'], filter: mine })
})
