import type { Conversion, Edit } from '@pipewright/schemas'
import { appUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }

/** An account becomes a lead that is named after its phone number. */
const conversion = (more: Partial<Conversion> = {}): Conversion => ({
  key: 'win_back',
  label: { en: 'Win back', zh: '挽回' },
  creates: [{ key: 'lead', form: 'lead', values: { name: { var: 'website' } } }],
  ...more,
})
const put = (more?: Partial<Conversion>): Edit => ({
  type: 'putConversion',
  form: 'account',
  conversion: conversion(more),
})

async function setUp(...websites: (string | null)[]) {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const account = { ...params, form: 'account' }
  const made: { id: string }[] = []
  for (const [n, website] of websites.entries())
    made.push(
      await owner.call('createRecord', { params: account, body: { values: { name: `A${n}`, website } } }),
    )
  const draft = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    await owner.call('editDraft', { params, body: { version, edits } })
    return owner.call('getImpact', { params })
  }
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    return owner.call('publishDraft', { params, body: { version } })
  }
  const leads = async () =>
    (await owner.call('queryRecords', { params: { ...params, form: 'lead' }, body: {} })).rows.length
  return { world, owner, draft, publish, leads, made, [Symbol.asyncDispose]: world.close }
}

test('SC-10: a new conversion is tried on the latest records and names those it refuses, with the reason', async () => {
  await using scene = await setUp('https://one.example', null, 'https://three.example')
  const { draft, publish, leads, made } = scene
  const before = await leads()
  const impact = await draft(put())
  expect(impact.blocked).toBe(false)
  expect(impact.changes[0]?.effects).toMatchObject([
    {
      severity: 'warning',
      text: {
        en: expect.stringMatching(/^“Win back” was tried on the latest 3 records .*: 1 would be refused\./),
      },
      records: [
        {
          form: 'account',
          id: made[1]?.id,
          title: 'A1',
          why: { en: 'Lead › Contact name: Please fill this in.', zh: '线索 › 联系人：请填写此项。' },
        },
      ],
    },
  ])
  // Nothing of it stays, and no record is touched by publishing.
  expect(await leads()).toBe(before)
  await publish()
})

test('SC-10: a conversion is tried on records it is offered for alone, and one that refuses none says nothing', async () => {
  await using scene = await setUp('https://one.example', null)
  const impact = await scene.draft(put({ when: { notEmpty: [{ var: 'website' }] } }))
  expect(impact.changes).toMatchObject([{ effects: [] }])
})

test('SC-10: a conversion that needs what is only made with it says that it was not tried', async () => {
  await using scene = await setUp(null)
  const { draft, publish } = scene
  const field: Edit = {
    type: 'addField',
    form: 'lead',
    field: { type: 'text', key: 'site', label: { en: 'Site', zh: '网站' } },
    section: 'who',
    index: 0,
    write: [],
    read: [],
  }

  const impact = await draft(
    field,
    put({ creates: [{ key: 'lead', form: 'lead', values: { site: { var: 'website' } } }] }),
  )
  const effects = impact.changes.flatMap((change) => change.effects)
  expect(effects).toMatchObject([
    { severity: 'info', text: { en: expect.stringContaining('was not tried') } },
  ])
  await publish()
})

test('a conversion that was there is tried again when what it makes is changed', async () => {
  await using scene = await setUp('https://one.example')
  const { draft, publish, owner } = scene
  await draft(put())
  await publish()
  const named = { name: { concat: [{ var: 'website' }, ' '] } }
  expect(
    (await draft(put({ creates: [{ key: 'lead', form: 'lead', values: named }] }))).changes,
  ).toMatchObject([{ effects: [] }])
  const impact = await draft(put({ creates: [{ key: 'lead', form: 'lead', values: {} }] }))
  expect(impact.changes[0]?.effects).toMatchObject([{ records: [{ title: 'A0' }] }])
  expect((await owner.call('getDraft', { params })).changes).toHaveLength(1)
})
