import { expect, it } from 'vitest'
import { pluralLabel } from './plural-label.ts'

it.each([
  ['Site visit', 'Site visits'],
  ['Company', 'Companies'],
  ['Key', 'Keys'],
  ['Box', 'Boxes'],
  ['Leads', 'Leads'],
  ['Customers 2026', 'Customers 2026'],
  ['Orders of May', 'Orders of May'],
  ['客户', '客户'],
  ['', ''],
])('several of “%s” are “%s”', (one, several) => {
  expect(pluralLabel({ en: one, zh: '客户' })).toEqual({ en: several, zh: '客户' })
})

it('a name in Chinese alone stays as it is', () => {
  expect(pluralLabel({ zh: '客户' })).toEqual({ zh: '客户' })
})
