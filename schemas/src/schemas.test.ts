import { expect, test } from 'vitest'
import { isAppDefinition, isEdit, isField } from './index.ts'

const name = { en: 'Name' }

test('a field of a known type is accepted', () => {
  expect(isField({ type: 'text', key: 'name', label: name, required: true })).toBe(true)
})

test('an unknown type is one precise error, not one per variant', () => {
  expect(isField({ type: 'txt', key: 'name', label: name })).toBe(false)
  expect(isField.errors).toHaveLength(1)
  expect(isField.errors?.[0]).toMatchObject({ keyword: 'discriminator' })
})

test('a property of another type is refused', () => {
  expect(isField({ type: 'text', key: 'name', label: name, currency: 'CNY' })).toBe(false)
  expect(isField.errors?.[0]).toMatchObject({ keyword: 'additionalProperties' })
})

test.each(['1a', 'A', 'a-b', '_x', '', 'a'.repeat(49), '客户'])('the key %j is refused', (key) => {
  expect(isField({ type: 'text', key, label: name })).toBe(false)
})

test('an edit carries its document', () => {
  expect(isEdit({ type: 'removeField', form: 'lead', field: 'name' })).toBe(true)
  expect(isEdit({ type: 'removeField', form: 'lead' })).toBe(false)
})

test('an empty app definition is complete', () => {
  const empty = { forms: [], optionSets: [], views: [], workflows: [], reports: [], dashboards: [] }
  expect(isAppDefinition({ format: 1, name, ...empty, roles: [], navigation: [], retired: [] })).toBe(true)
})
