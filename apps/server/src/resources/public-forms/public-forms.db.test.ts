import type { Values } from '@pipewright/contract'
import type { Edit, Field, PublicForm } from '@pipewright/schemas'
import { appUnderTest, query, type AppUnderTestOptions } from '@pipewright/testing'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const params = { workspace }
const page: PublicForm = {
  key: 'contact_us',
  label: { en: 'Contact us' },
  fields: [{ field: 'name', required: true }, { field: 'email' }, { field: 'note' }],
  fromAddress: [{ parameter: 'utm_source', field: 'competitor' }],
}
const noLimits = {
  fileBytes: 1024 * 1024,
  heartbeatMs: 25_000,
  publicCallsPerMinute: 10_000,
  publicFillMs: 0,
}
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000, 7)])
const device = () => randomBytes(18).toString('base64url')

async function setUp(
  own: Partial<PublicForm> = {},
  limits: AppUnderTestOptions['limits'] = noLimits,
  more: readonly Field[] = [],
) {
  const world = await appUnderTest({ prepared: 'workspace', limits })
  const owner = await world.owner()
  const { version } = await owner.call('getDraft', { params })
  const lead = (await owner.call('getApp', { params })).definition.forms.find(({ key }) => key === 'lead')
  const section = lead?.layout.sections[0]?.key ?? ''
  const added = [
    { type: 'text', key: 'competitor', label: { en: 'Source' } },
    { type: 'attachment', key: 'photos', label: { en: 'Photos' } },
    { type: 'longText', key: 'note', label: { en: 'Note' } },
    ...more,
  ] as const
  const edits: Edit[] = [
    ...added.map((field) => ({
      type: 'addField' as const,
      form: 'lead',
      field,
      section,
      index: 0,
      write: ['rep'],
      read: [],
    })),
    { type: 'putPublicForm', form: 'lead', publicForm: { ...page, ...own } },
  ]
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
  const link = await owner.call('putPublicLink', { params: { ...params, form: 'lead', page: page.key } })
  const token = link.path?.split('/').at(-1) ?? ''
  const at = { ...params, token }
  const stranger = world.client()
  const open = (by = device(), password?: string) =>
    stranger.call('openPublicForm', {
      params: at,
      body: { device: by, locale: 'en', ...(password === undefined ? {} : { password }) },
    })
  const send = async (values: Record<string, unknown>, by = device(), rest: object = {}) => {
    const { ticket = '' } = await open(by)
    return stranger.send({
      method: 'POST',
      url: `/api/p/${workspace}/${token}/answers`,
      body: { ticket, values, locale: 'en', ...rest },
    })
  }
  const leads = () =>
    query<{ id: string; name: string; competitor: string | null }>(
      world.databaseUrl,
      'select id, name, competitor from ws_acme.lead where deleted_at is null order by created_at',
    )
  return { world, owner, stranger, link, at, section, open, send, leads, [Symbol.asyncDispose]: world.close }
}

test('a stranger sees exactly the listed fields and sends a record that the owner of answers has', async () => {
  await using on = await setUp()
  const opened = await on.open()
  expect(opened.state).toBe('open')
  const [form] = opened.filling?.definition.forms ?? []
  expect(form?.fields.map(({ key }) => key).toSorted()).toEqual(['email', 'name', 'note'])
  expect(opened.filling?.definition.forms).toHaveLength(1)
  expect(opened.filling?.definition.views).toEqual([])
  expect(JSON.stringify(opened)).not.toContain('competitor')
  expect(Object.keys(opened.filling?.rights.fields ?? {}).toSorted()).toEqual(['email', 'name', 'note'])

  const sent = await on.send({ name: 'Erika', email: 'erika@example.com' }, device(), {
    address: { utm_source: 'expo', other: 'x' },
  })
  expect(sent.statusCode).toBe(201)
  expect(await on.leads()).toEqual([expect.objectContaining({ name: 'Erika', competitor: 'expo' })])
  const id = (await on.leads())[0]?.id ?? ''
  const { events } = await on.owner.call('getHistory', { params: { ...params, form: 'lead', id } })
  expect(events[0]?.cause).toMatchObject({ type: 'publicForm', id: 'contact_us' })
})

test.each([
  ['a field that is not listed', { name: 'A', status: 'new' }, 422],
  ['a system field', { name: 'A', owner: 'x' }, 422],
  ['nothing in a field that the page demands', { email: 'a@example.com' }, 422],
  ['what is no e-mail address', { name: 'A', email: 'nobody' }, 422],
])('refuses %s, and keeps nothing', async (_, values, status) => {
  await using on = await setUp({ quota: 5 })
  const answer = await on.send(values)
  expect(answer.statusCode).toBe(status)
  expect(await on.leads()).toEqual([])
  const { links } = await on.owner.call('listPublicLinks', { params })
  expect(links[0]?.taken).toBe(0)
})

test('holds a stranger to what must not occur twice among rows', async () => {
  const label = { en: 'Lines' }
  const rows: Field = {
    type: 'lineItems',
    key: 'lines',
    label,
    uniqueness: [{ key: 'once', fields: ['product'] }],
    fields: [{ type: 'text', key: 'product', label }],
  }
  await using on = await setUp({ fields: [{ field: 'name' }, { field: 'lines' }] }, noLimits, [rows])
  const table = (await on.open()).filling?.definition.forms[0]?.fields.find(({ key }) => key === 'lines')
  expect(table).toMatchObject({ uniqueness: rows.uniqueness })
  const lines = [{ product: 'Pen' }, { product: 'PEN' }]
  const answer = await on.send({ name: 'A', lines })
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    errors: [{ pointer: '/values/lines/1/product', code: 'row-repeats' }],
  })
  expect((await on.send({ name: 'A', lines: lines.slice(1) })).statusCode).toBe(201)
})

test('of 500 answers at once exactly as many are kept as the quota allows', async () => {
  await using on = await setUp({ quota: 20 })
  const tickets = await Promise.all(Array.from({ length: 500 }, () => on.open()))
  const answers = await Promise.all(
    tickets.map(({ ticket }, position) =>
      on.stranger.send({
        method: 'POST',
        url: `/api/p/${workspace}/${on.at.token}/answers`,
        body: { ticket, values: { name: `Person ${position}` }, locale: 'en' },
      }),
    ),
  )
  const statuses = Map.groupBy(answers, ({ statusCode }) => statusCode)
  expect([...statuses.keys()].toSorted((a, b) => a - b)).toEqual([201, 409])
  expect(statuses.get(201)).toHaveLength(20)
  expect(await on.leads()).toHaveLength(20)
  expect((await on.open()).state).toBe('full')
})

test('a ticket is good for one answer, also when it is sent twice at once', async () => {
  await using on = await setUp()
  const { ticket = '' } = await on.open()
  const body = { ticket, values: { name: 'Once' }, locale: 'en' }
  const url = `/api/p/${workspace}/${on.at.token}/answers`
  const answers = await Promise.all([1, 2, 3].map(() => on.stranger.send({ method: 'POST', url, body })))
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  expect(await on.leads()).toHaveLength(1)
})

test('a browser answers once where the page says so, whatever tickets it has', async () => {
  await using on = await setUp({ oncePerDevice: true })
  const mine = device()
  const [first, second] = await Promise.all([on.open(mine), on.open(mine)])
  const url = `/api/p/${workspace}/${on.at.token}/answers`
  const answers = await Promise.all(
    [first, second].map(({ ticket }) =>
      on.stranger.send({ method: 'POST', url, body: { ticket, values: { name: 'Me' }, locale: 'en' } }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409])
  expect((await on.open(mine)).state).toBe('answered')
  expect((await on.open()).state).toBe('open')
})

test('a password is asked for before anything is shown', async () => {
  await using on = await setUp()
  const body = { password: 'open sesame' }
  const at = { ...params, form: 'lead', page: page.key }
  await on.owner.call('changePublicLink', { params: at, body })
  const closed = await on.open()
  expect(closed.state).toBe('password')
  expect(closed.filling).toBeUndefined()
  expect(closed.ticket).toBeUndefined()
  expect((await on.stranger.problem(on.open(device(), 'guess'))).code).toBe('wrong-form-password')
  expect((await on.open(device(), 'open sesame')).state).toBe('open')
  const stored = await query(on.world.databaseUrl, 'select * from ws_acme._public_link')
  expect(JSON.stringify(stored)).not.toContain('open sesame')
})

test('opening times, pausing and a replaced link are kept to when answers arrive', async () => {
  await using on = await setUp({ closesAt: '2026-11-21T09:00:00Z' })
  const { ticket = '' } = await on.open()
  on.world.time.now = Date.parse('2026-11-21T09:00:00Z')
  const url = `/api/p/${workspace}/${on.at.token}/answers`
  const late = await on.stranger.send({
    method: 'POST',
    url,
    body: { ticket, values: { name: 'Late' }, locale: 'en' },
  })
  expect(late.statusCode).toBe(409)
  expect((await on.open()).state).toBe('late')
  const at = { ...params, form: 'lead', page: page.key }
  await on.owner.call('changePublicLink', { params: at, body: { open: false } })
  expect((await on.open()).state).toBe('paused')
  await on.owner.call('putPublicLink', { params: at })
  expect((await on.stranger.problem(on.open())).code).toBe('not-found')
})

test('what fills in the hidden box is thanked and forgotten; what is too quick is asked to wait', async () => {
  await using on = await setUp({}, { ...noLimits, publicFillMs: 1500 })
  const bot = await on.send({ name: 'Bot' }, device(), { website: 'https://spam.example' })
  expect(bot.statusCode).toBe(201)
  const quick = await on.send({ name: 'Quick' })
  expect(quick.statusCode).toBe(429)
  const { ticket = '' } = await on.open()
  on.world.time.now += 1500
  const url = `/api/p/${workspace}/${on.at.token}/answers`
  const person = await on.stranger.send({
    method: 'POST',
    url,
    body: { ticket, values: { name: 'Person' }, locale: 'en' },
  })
  expect(person.statusCode).toBe(201)
  expect((await on.leads()).map(({ name }) => name)).toEqual(['Person'])
})

test('OP-14: a network has so many calls a minute, over all processes', async () => {
  await using on = await setUp({}, { ...noLimits, publicCallsPerMinute: 3 })
  await using other = await on.world.secondProcess()
  const url = `/api/p/${workspace}/${on.at.token}/open`
  const call = (client: typeof on.stranger, address: string) =>
    client.send({ method: 'POST', url, body: { device: device(), locale: 'en' }, address })
  const from = '203.0.113.9'
  const answers = [
    await call(on.stranger, from),
    await call(other.client(), from),
    await call(on.stranger, from),
    await call(other.client(), from),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429])
  expect(answers[3]?.headers['retry-after']).toMatch(/^\d+$/)
  expect((await call(on.stranger, '203.0.113.10')).statusCode).toBe(200)
  on.world.time.now += 60_000
  expect((await call(on.stranger, from)).statusCode).toBe(200)
})

test('pictures take nobody the turn to answer, and are counted by themselves', async () => {
  await using on = await setUp({}, { ...noLimits, publicCallsPerMinute: 2, publicPicturesPerMinute: 3 })
  const { ticket = '' } = await on.open()
  const id = '01900000-0000-7000-8000-000000000001'
  const url = `/api/p/${workspace}/${on.at.token}/tickets/${ticket}/pictures/${id}`
  const picture = async () => (await on.stranger.send({ method: 'GET', url })).statusCode
  expect([await picture(), await picture(), await picture(), await picture()]).toEqual([404, 404, 404, 429])
  expect((await on.open()).state).toBe('open')
})

test('a private link shows one answer, and changes it where the page allows that', async () => {
  await using on = await setUp({ answerLink: 'edit' })
  const sent = await on.send({ name: 'Erika', email: 'erika@example.com' })
  const { answerLink = '' } = sent.json<{ answerLink?: string }>()
  const answer = answerLink.split('/').at(-1) ?? ''
  const own = await on.stranger.call('getPublicAnswer', { params: { ...params, answer } })
  expect(own).toMatchObject({ may: 'edit', values: { name: 'Erika', email: 'erika@example.com' } })
  expect(Object.keys(own.values).toSorted()).toEqual(['email', 'name', 'note'])
  const body = { version: own.version, values: { name: 'Erika M.' } }
  await on.stranger.call('changePublicAnswer', { params: { ...params, answer }, body })
  expect((await on.leads()).map(({ name }) => name)).toEqual(['Erika M.'])
  const stale = on.stranger.call('changePublicAnswer', { params: { ...params, answer }, body })
  expect((await on.stranger.problem(stale)).code).toBe('stale-version')
  const foreign = on.stranger.call('changePublicAnswer', {
    params: { ...params, answer },
    body: { version: 2, values: { status: 'new' } },
  })
  expect((await on.stranger.problem(foreign)).status).toBe(422)
  const guessed = randomBytes(32).toString('base64url')
  const none = on.stranger.call('getPublicAnswer', { params: { ...params, answer: guessed } })
  expect((await on.stranger.problem(none)).code).toBe('not-found')
  const stored = await query(on.world.databaseUrl, 'select * from ws_acme._public_answer')
  expect(JSON.stringify(stored)).not.toContain(answer)
})

test('FI-06: a file is attached by the visit that brought it, and by no other', async () => {
  await using on = await setUp({ fields: [...page.fields, { field: 'photos' }] })
  const { ticket = '' } = await on.open()
  const boundary = 'xyz'
  const png = '\u0089PNG\r\n\u001a\n'
  const uploaded = await on.world.app.inject({
    method: 'POST',
    url: `/api/p/${workspace}/${on.at.token}/tickets/${ticket}/files`,
    headers: {
      host: 'pipewright.test',
      origin: 'http://pipewright.test',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n${png}\r\n--${boundary}--\r\n`,
      'latin1',
    ),
  })
  expect(uploaded.statusCode).toBe(201)
  const { id } = uploaded.json<{ id: string }>()
  const foreign = await on.send({ name: 'Thief', photos: [id] })
  expect(foreign.statusCode).toBe(422)
  const own = await on.stranger.send({
    method: 'POST',
    url: `/api/p/${workspace}/${on.at.token}/answers`,
    body: { ticket, values: { name: 'Owner', photos: [id] }, locale: 'en' },
  })
  expect(own.statusCode).toBe(201)
  expect((await on.leads()).map(({ name }) => name)).toEqual(['Owner'])
})

test('FI-01: a stranger fetches the pictures that the page shows, with a ticket or the link to an answer, and no other file', async () => {
  await using on = await setUp({ answerLink: 'view' })
  const bring = async (name: string, part = 'files/pictures') => {
    const sent = await upload<{ id: string }>(on.owner, `/api/w/${workspace}/${part}`, name, png)
    expect(sent.status).toBe(201)
    return sent.body.id
  }
  const [shown, kept, file] = [
    await bring('plan.png'),
    await bring('cellar.png'),
    await bring('a.png', 'files'),
  ]
  const image = (key: string, id: string) => ({ type: 'image' as const, key, file: id })
  const edits: Edit[] = [
    ...[image('plan', shown), image('cellar', kept), image('strange', file)].map((element) => ({
      type: 'addElement' as const,
      form: 'lead',
      section: on.section,
      index: 0,
      item: { element },
    })),
    {
      type: 'putPublicForm',
      form: 'lead',
      publicForm: { ...page, answerLink: 'view', elements: ['plan', 'strange'] },
    },
  ]
  const { version } = await on.owner.call('getDraft', { params })
  const draft = await on.owner.call('editDraft', { params, body: { version, edits } })
  await on.owner.call('publishDraft', { params, body: { version: draft.version } })
  const { ticket = '' } = await on.open()
  const get = async (path: string) => {
    const { statusCode, headers } = await on.stranger.send({ method: 'GET', url: path })
    return [statusCode, String(headers['content-type']).split(';')[0]]
  }
  const at = (id: string, own = ticket) => `/api/p/${workspace}/${on.at.token}/tickets/${own}/pictures/${id}`
  expect(await get(at(shown))).toEqual([200, 'image/png'])
  const none = [404, 'application/problem+json']
  for (const id of [kept, file, crypto.randomUUID()]) expect(await get(at(id))).toEqual(none)
  expect(await get(at(shown, randomBytes(32).toString('base64url')))).toEqual(none)
  expect(
    (await on.stranger.send({ method: 'GET', url: `/api/w/${workspace}/files/${shown}` })).statusCode,
  ).toBe(401)
  const sent = await on.send({ name: 'Erika' })
  const { answerLink = '' } = sent.json<{ answerLink?: string }>()
  expect(await get(`/api${answerLink}/pictures/${shown}`)).toEqual([200, 'image/png'])
  expect(await get(`/api${answerLink}/pictures/${kept}`)).toEqual(none)
})

test('FI-06: whoever has the link to an answer sees its files, adds others, and takes none that is not theirs', async () => {
  await using on = await setUp({ answerLink: 'edit', fields: [...page.fields, { field: 'photos' }] })
  const strange = await upload<{ id: string }>(on.owner, `/api/w/${workspace}/files`, 'secret.png', png)
  const sent = await on.send({ name: 'Erika' })
  const { answerLink } = sent.json<{ answerLink: string }>()
  const at = { ...params, answer: answerLink.split('/').at(-1) ?? '' }
  const own = await on.stranger.call('getPublicAnswer', { params: at })
  const { ticket = '', version } = own
  const change = (values: Values, rest: object = { ticket }) =>
    on.stranger.call('changePublicAnswer', { params: at, body: { version, values, ...rest } })
  expect(await on.stranger.problem(change({ photos: [strange.body.id] }))).toMatchObject({ status: 422 })
  const asAnswer = await on.stranger.send({
    method: 'POST',
    url: `/api/p/${workspace}/${on.at.token}/answers`,
    body: { ticket, values: { name: 'Again' }, locale: 'en' },
  })
  expect(asAnswer.statusCode).toBe(409)

  const brought = await upload<{ id: string }>(
    on.stranger,
    `/api${answerLink}/tickets/${ticket}/files`,
    'house.png',
    png,
  )
  expect(brought.status).toBe(201)
  const { id } = brought.body
  expect((await on.stranger.problem(change({ photos: [id] }, {}))).status).toBe(422)
  const changed = await change({ photos: [id] })
  expect(changed.files).toMatchObject([{ id, name: 'house.png', type: 'image/png' }])
  const get = async (file: string) =>
    (await on.stranger.send({ method: 'GET', url: `/api${answerLink}/files/${file}` })).statusCode
  expect(await get(id)).toBe(200)
  expect(await get(strange.body.id)).toBe(404)
  const kept = { version: changed.version, values: { photos: [id], name: 'E.' } }
  expect((await on.stranger.call('changePublicAnswer', { params: at, body: kept })).files).toHaveLength(1)
})

test('FI-06: a file of somebody else is not attached in rows inside rows either', async () => {
  const label = { en: 'x' }
  const inner = {
    type: 'lineItems',
    key: 'parts',
    label,
    fields: [{ type: 'attachment', key: 'shot', label }],
  }
  const wishes = {
    type: 'lineItems',
    key: 'wishes',
    label,
    fields: [{ type: 'text', key: 'what', label }, inner],
  }
  const fields = [...page.fields, { field: 'wishes' }]
  await using on = await setUp({ fields }, noLimits, [wishes] as never)
  const strange = await upload<{ id: string }>(on.owner, `/api/w/${workspace}/files`, 'secret.png', png)
  const parts = [{ shot: [strange.body.id] }]
  const sent = await on.send({ name: 'Thief', wishes: [{ what: 'Car', parts }] })
  expect(sent.json()).toMatchObject({
    errors: [{ pointer: '/values/wishes/0/parts/0/shot', code: 'no-such-file' }],
  })
  expect(await on.leads()).toEqual([])
})

test('OP-16: only the websites that a page names may show it inside their own', async () => {
  await using on = await setUp({ embedOn: ['https://www.example.com'] })
  const headers = async (path: string) => (await on.stranger.send({ method: 'GET', url: path })).headers
  const named = await headers(`/p/${workspace}/${on.at.token}?embed`)
  expect(named['content-security-policy']).toContain('frame-ancestors https://www.example.com')
  expect(named['x-frame-options']).toBeUndefined()
  for (const path of [`/p/${workspace}/${randomBytes(32).toString('base64url')}`, '/']) {
    const strict = await headers(path)
    expect(strict['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(strict['x-frame-options']).toBeDefined()
  }
})

test('only who builds sees, makes and changes links', async () => {
  await using on = await setUp()
  const stranger = on.stranger
  const at = { ...params, form: 'lead', page: page.key }
  for (const call of [
    stranger.call('listPublicLinks', { params }),
    stranger.call('putPublicLink', { params: at }),
    stranger.call('changePublicLink', { params: at, body: { open: false } }),
  ])
    expect((await stranger.problem(call)).code).toBe('not-signed-in')
  const missing = on.owner.call('putPublicLink', { params: { ...at, page: 'nowhere' } })
  expect((await on.owner.problem(missing)).code).toBe('not-found')
})

test('a stranger fills rows inside rows, and sees of their columns none that would show other records', async () => {
  const label = { en: 'x' }
  const person = { type: 'member', key: 'who', label } as const
  const parts = {
    type: 'lineItems',
    key: 'parts',
    label,
    fields: [
      { type: 'text', key: 'part', label, required: true },
      { type: 'number', key: 'pieces', label },
      person,
    ],
  } as const
  const people = { type: 'lineItems', key: 'people', label, fields: [person] } as const
  const wishes = {
    type: 'lineItems',
    key: 'wishes',
    label,
    fields: [{ type: 'text', key: 'what', label }, person, parts, people],
  } as const
  const doubled = {
    type: 'formula',
    key: 'pieces_all',
    label,
    expression: { sum: [{ var: 'wishes.parts.pieces' }] },
    resultType: 'number',
  } as const
  const fields = [...page.fields, { field: 'wishes' }]
  await using on = await setUp({ fields }, noLimits, [wishes, doubled] as never)
  const opened = await on.open()
  expect(
    Object.keys(opened.filling?.rights.fields ?? {})
      .filter((path) => path.startsWith('wishes'))
      .toSorted(),
  ).toEqual(['wishes', 'wishes.parts', 'wishes.parts.part', 'wishes.parts.pieces', 'wishes.what'])
  const shown = JSON.stringify(opened.filling?.definition)
  expect([shown.includes('"who"'), shown.includes('"people"'), shown.includes('"pieces"')]).toEqual([
    false,
    false,
    true,
  ])
  const wish = (row: object) => ({
    name: 'Erika',
    wishes: [{ what: 'Car', parts: [{ part: 'Door', pieces: '4' }, row] }],
  })
  const refused = await on.send(wish({ part: 'Lid', who: '01900000-0000-7000-8000-000000000008' }))
  expect(refused.json()).toMatchObject({
    errors: [{ pointer: '/values/wishes/0/parts/1/who', code: 'unknown-field' }],
  })
  expect(refused.statusCode).toBe(422)
  expect((await on.send(wish({ pieces: '1' }))).json()).toMatchObject({
    errors: [{ pointer: '/values/wishes/0/parts/1/part', code: 'required' }],
  })
  expect((await on.send(wish({ part: 'Lid', pieces: '2' }))).statusCode).toBe(201)
  const stored = await query<{ part: string; pieces: string; all: string }>(
    on.world.databaseUrl,
    'select part, pieces::text, pieces_all::text as all from ws_acme.lead_wishes_parts p join ws_acme.lead l on l.id = p.parent order by position',
  )
  expect(stored).toEqual([
    { part: 'Door', pieces: '4.00', all: '6.00' },
    { part: 'Lid', pieces: '2.00', all: '6.00' },
  ])
})
