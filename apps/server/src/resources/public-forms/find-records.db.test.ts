import type { Edit, PublicForm } from '@pipewright/schemas'
import { appUnderTest, type AppUnderTestOptions } from '@pipewright/testing'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const noLimits = { publicCallsPerMinute: 10_000, publicFindsPerMinute: 10_000, publicFillMs: 0 }
const page: PublicForm = {
  key: 'status',
  label: { en: 'Status' },
  fields: [{ field: 'name' }, { field: 'state' }],
  find: { by: ['name', 'phone'], where: { ne: [{ var: 'state' }, 'hidden'] }, most: 2 },
}

async function setUp(limits: AppUnderTestOptions['limits'] = noLimits) {
  const world = await appUnderTest({ prepared: 'workspace', limits })
  const owner = await world.owner()
  const { version } = await owner.call('getDraft', { params })
  const lead = (await owner.call('getApp', { params })).definition.forms.find(({ key }) => key === 'lead')
  const section = lead?.layout.sections[0]?.key ?? ''
  const add = (field: Extract<Edit, { type: 'addField' }>['field']): Edit => ({
    type: 'addField',
    form: 'lead',
    field,
    section,
    index: 0,
    write: [],
    read: [],
  })
  const options = ['open', 'hidden'].map((key) => ({ key, label: { en: key } }))
  const known = new Set(lead?.fields.map(({ key }) => key))
  const edits: Edit[] = [
    add({ type: 'choice', key: 'state', label: { en: 'State' }, options }),
    add({ type: 'text', key: 'secret', label: { en: 'Secret' } }),
    ...(known.has('phone') ? [] : [add({ type: 'phone', key: 'phone', label: { en: 'Phone' } })]),
    { type: 'putPublicForm', form: 'lead', publicForm: page },
  ]
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
  const link = await owner.call('putPublicLink', { params: { ...params, form: 'lead', page: 'status' } })
  const token = link.path?.split('/').at(-1) ?? ''
  const stranger = world.client()
  const open = (password?: string) =>
    stranger.call('openPublicForm', {
      params: { ...params, token },
      body: {
        device: randomBytes(18).toString('base64url'),
        locale: 'en',
        ...(password === undefined ? {} : { password }),
      },
    })
  const send = (ticket: string, values: unknown, verb = 'found') =>
    stranger.send({
      method: 'POST',
      url: `/api/p/${workspace}/${token}/${verb}`,
      body: { ticket, values, locale: 'en' },
    })
  const find = async (values: unknown) => {
    const { ticket = '' } = await open()
    const { statusCode, body } = await send(ticket, values)
    return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> }
  }
  const make = (values: Record<string, string>) =>
    owner.call('createRecord', { params: { ...params, form: 'lead' }, body: { values } })
  return { world, owner, open, send, find, make, [Symbol.asyncDispose]: world.close }
}

test('a stranger finds the records that have exactly what was given, and sees the listed fields alone', async () => {
  await using on = await setUp()
  const opened = await on.open()
  expect(opened.find).toEqual({ by: ['name', 'phone'], fields: ['name', 'state'] })
  expect(JSON.stringify(opened)).not.toContain('secret')
  await on.make({ name: 'LN-1', phone: '+86 571 8888 6666', state: 'open', secret: 'loud' })
  await on.make({ name: 'LN-1', phone: '0571-1', state: 'open' })
  const found = await on.find({ name: ' LN-1 ', phone: '+86 571 8888 6666' })
  expect(found).toEqual({ status: 200, body: { records: [{ name: 'LN-1', state: 'open' }], more: false } })
  expect((await on.find({ name: 'LN-1', phone: '0571-2' })).body).toEqual({ records: [], more: false })
})

test('nothing is found without all that is asked for, by anything else, or against the condition', async () => {
  await using on = await setUp()
  await on.make({ name: 'LN-2', phone: '123', state: 'hidden' })
  const problems = async (values: unknown) =>
    (await on.find(values)).body['errors'] as { pointer: string; code: string }[]
  expect(await problems({ name: 'LN-2' })).toMatchObject([{ pointer: '/values/phone', code: 'required' }])
  expect(await problems({ name: 'LN-2', phone: '123', secret: 'x' })).toMatchObject([
    { pointer: '/values/secret', code: 'unknown-field' },
  ])
  expect(await problems({ name: { ne: 'x' }, phone: '123' })).toMatchObject([{ pointer: '/values/name' }])
  expect((await on.find({ name: 'LN-2', phone: '123' })).body).toEqual({ records: [], more: false })
})

test('no more is listed than the page shows, and no answer is taken', async () => {
  await using on = await setUp()
  for (let count = 0; count < 3; count += 1) await on.make({ name: 'LN-3', phone: '123', state: 'open' })
  const { body } = await on.find({ name: 'LN-3', phone: '123' })
  expect(body).toMatchObject({ more: true })
  expect(body['records']).toHaveLength(2)
  const { ticket = '' } = await on.open()
  expect((await on.send(ticket, { name: 'LN-4' }, 'answers')).statusCode).toBe(404)
})

test('a password is asked for before, a paused page finds nothing, and trying is slowed down', async () => {
  await using on = await setUp({ ...noLimits, publicFindsPerMinute: 2 })
  const at = { ...params, form: 'lead', page: 'status' }
  await on.owner.call('changePublicLink', { params: at, body: { password: 'open sesame' } })
  const locked = await on.open()
  expect([locked.state, locked.find, locked.ticket]).toEqual(['password', undefined, undefined])
  const { ticket = '' } = await on.open('open sesame')
  const values = { name: 'LN-5', phone: '123' }
  const tries = [await on.send(ticket, values), await on.send(ticket, values), await on.send(ticket, values)]
  expect(tries.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429])
  await on.owner.call('changePublicLink', { params: at, body: { open: false } })
  expect((await on.send(ticket, values)).statusCode).toBe(409)
  expect((await on.send('x'.repeat(43), values)).statusCode).toBe(409)
})

test('a page that asks for choices alone is refused, as nobody may list records', async () => {
  await using on = await setUp()
  const { version } = await on.owner.call('getDraft', { params })
  const edit: Edit = {
    type: 'putPublicForm',
    form: 'lead',
    publicForm: { ...page, find: { by: ['state'] } },
  }
  await expect(
    on.owner.call('editDraft', { params, body: { version, edits: [edit] } }),
  ).rejects.toMatchObject({ problem: { errors: [{ message: expect.stringMatching(/Ask for one text/) }] } })
})
