import { indexDefinition } from '@pipewright/metadata'
import { aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import type { Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { createFormEngine } from './create-form-engine.ts'

const label = { en: 'Field', zh: '字段' }
const fields: Field[] = [
  aTextField(),
  {
    type: 'dateRange',
    key: 'term',
    label,
    default: { dateRange: [{ var: '$today' }, { dateAdd: [{ var: '$today' }, 30, 'day'] }] },
  },
  { type: 'address', key: 'office', label, default: { address: ['CN', '浙江省'] } },
  { type: 'location', key: 'site', label, default: { location: ['31.2', '121.4', 'Hall 5 (east)'] } },
  {
    type: 'foreignMoney',
    key: 'price',
    label,
    currency: 'CNY',
    home: 'CNY',
    default: { amount: ['9.9', 'USD'] },
  },
]
const form = aForm({ key: 'deal', fields })

test('values of several parts are there before anything is sent', () => {
  const engine = createFormEngine({
    index: indexDefinition(anApp({ forms: [form] })),
    form,
    rights: {
      create: true,
      read: true,
      update: true,
      delete: true,
      purge: true,
      import: true,
      export: true,
      fields: Object.fromEntries(fields.map(({ key }) => [key, 'write' as const])),
    },
    locale: 'en',
    writer: { roles: [], device: null },
    context: { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC' },
    related: { find: () => null },
  })
  expect(engine?.defaults({})).toMatchObject({
    term: { start: '2026-11-21', end: '2026-12-21', days: '31' },
    office: { country: 'CN', province: '浙江省', city: null },
    site: { latitude: '31.200000', longitude: '121.400000', label: 'Hall 5 (east)' },
    price: { amount: '9.90', currency: 'USD' },
  })
})
