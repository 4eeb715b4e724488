import { aForeignMoneyField, aForm, aTextField } from '@pipewright/metadata/builders'
import type { Field } from '@pipewright/schemas'
import { appUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const label = (en: string) => ({ en, zh: en })
const columns: Field[] = [
  { type: 'date', key: 'day', label: label('Day') },
  aForeignMoneyField({ key: 'price', currency: 'USD', rateDate: 'day' }),
]
const form = aForm({
  key: 'trade',
  fields: [
    aTextField(),
    { type: 'lineItems', key: 'lines', label: label('Lines'), fields: columns as never },
    {
      type: 'formula',
      key: 'total',
      label: label('Total'),
      resultType: 'money',
      currency: 'CNY',
      expression: { sum: [{ var: 'lines.price.home' }] },
    },
  ],
})
const usd = { currency: 'USD', home: 'CNY' }

// The numbers are those that the form shows while they are typed.
test('what is calculated from the worth of amounts in rows is the same once saved: by the rate of each day, a changed one, or none', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const edits = [{ type: 'addForm' as const, form, rights: [] }]
  const { version } = await owner.call('editDraft', { params, body: { version: 0, edits } })
  await owner.call('publishDraft', { params, body: { version } })
  const put = [
    { ...usd, from: '2026-10-01', rate: '7.2' },
    { ...usd, from: '2026-11-01', rate: '7.105' },
  ]
  await owner.call('changeExchangeRates', { params, body: { put, remove: [] } })
  const saved = async (lines: object[]) => {
    const made = owner.call('createRecord', {
      params: { ...params, form: 'trade' },
      body: { values: { name: 'One', lines: lines as never } },
    })
    return (await made).values['total']
  }
  const amount = (value: string) => ({ amount: value, currency: 'USD' })
  const november = { day: '2026-11-01' }
  expect(await saved([{ ...november, price: amount('10.10') }, november])).toBe('71.76')
  expect(
    await saved([
      { ...november, price: amount('10.10') },
      { ...november, price: amount('1') },
    ]),
  ).toBe('78.87')
  expect(await saved([{ ...november, price: amount('10') }])).toBe('71.05')
  expect(await saved([{ day: '2026-10-01', price: amount('10') }])).toBe('72.00')
  const missing = saved([{ day: '2020-01-01', price: amount('10') }])
  expect((await owner.problem(missing)).errors).toMatchObject([
    { pointer: '/values/lines/0/price/currency', code: 'no-rate' },
  ])
})
