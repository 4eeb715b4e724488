import type { Edit } from '@pipewright/schemas'
import { appUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'

const label = { en: 'Amount', zh: '金额' }
const title = { type: 'text', key: 'title', label: { en: 'Title', zh: '标题' } }

test('a workspace counts in the currency it is made with, and so do amounts that say none', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const entries = { name: 'Berlin', template: null, sample: false, locale: 'en', zone: 'UTC' } as const
  const { key: workspace } = await owner.call('createWorkspace', { body: { ...entries, currency: 'EUR' } })
  const params = { workspace }
  const { definition } = await owner.call('getApp', { params })
  expect(definition.currency).toBe('EUR')

  const form = {
    key: 'bill',
    label,
    labelPlural: label,
    titleField: 'title',
    fields: [title, { type: 'money', key: 'total', label }, { type: 'foreignMoney', key: 'price', label }],
    layout: {
      sections: [
        { key: 'all', columns: 1, items: [{ field: 'title' }, { field: 'total' }, { field: 'price' }] },
      ],
    },
  }
  // As somebody writes them by hand: without a currency.
  const adding = { type: 'addForm', form, rights: [] } as unknown as Edit
  const first = await owner.call('editDraft', { params, body: { version: 0, edits: [adding] } })
  expect(first.definition.forms[0]?.fields).toMatchObject([
    {},
    { currency: 'EUR' },
    { currency: 'EUR', home: 'EUR' },
  ])
  const published = await owner.call('publishDraft', { params, body: { version: first.version } })
  expect(published.revision).toBeGreaterThan(1)

  const { version } = await owner.call('getDraft', { params })
  const changed = await owner.call('editDraft', {
    params,
    body: { version, edits: [{ type: 'setCurrency', currency: 'USD' }] },
  })
  expect(changed.definition).toMatchObject({ currency: 'USD', forms: first.definition.forms })
  const impact = await owner.call('getImpact', { params })
  expect(JSON.stringify(impact)).toContain('fields that exist keep their currency')
})
