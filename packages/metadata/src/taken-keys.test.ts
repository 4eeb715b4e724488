import { expect, test } from 'vitest'
import { aSalesApp } from './builders.ts'
import { takenFieldKeys, takenFormKeys } from './taken-keys.ts'

const definition = {
  ...aSalesApp(),
  retired: ['quote', 'quote.items', 'account.size', 'opportunity.items.cost'],
}

test('a new form cannot have the name of a table that is or was', () => {
  const taken = takenFormKeys(definition)
  for (const key of ['account', 'opportunity_items', 'quote', 'quote_items']) expect(taken).toContain(key)
})

test('a new field cannot have a key that is or was in the same place', () => {
  expect([...takenFieldKeys(definition, { form: 'account' })]).toEqual(['name', 'industry', 'size'])
  const columns = takenFieldKeys(definition, { form: 'opportunity', lineItems: 'items' })
  expect([...columns]).toEqual(['quantity', 'price', 'cost'])
})
