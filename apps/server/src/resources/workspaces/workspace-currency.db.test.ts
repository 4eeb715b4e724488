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

test('an earlier revision brings the currency of the workspace of its time back, and the impact says so', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const entries = { name: 'Berlin', template: null, sample: false, locale: 'en', zone: 'UTC' } as const
  const { key: workspace } = await owner.call('createWorkspace', { body: { ...entries, currency: 'EUR' } })
  const params = { workspace }
  const currency = async () => (await owner.call('getApp', { params })).definition.currency
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    const impact = await owner.call('getImpact', { params })
    const body = { version, token: impact.token }
    return { impact, revision: (await owner.call('publishDraft', { params, body })).revision }
  }
  const { version } = await owner.call('getDraft', { params })
  const edits: Edit[] = [{ type: 'setCurrency', currency: 'USD' }]
  await owner.call('editDraft', { params, body: { version, edits } })
  const { revision } = await publish()
  expect(await currency()).toBe('USD')

  const draft = await owner.call('getDraft', { params })
  await owner.call('restoreRevision', { params, body: { version: draft.version, revision: revision - 1 } })
  // Nothing is another before it is published.
  expect(await currency()).toBe('USD')
  const { impact } = await publish()
  expect(impact.changes).toMatchObject([
    {
      text: {
        en: 'New amounts begin in EUR instead of USD; fields that exist keep their currency',
        zh: expect.stringContaining('EUR'),
      },
    },
  ])
  expect(await currency()).toBe('EUR')
})
