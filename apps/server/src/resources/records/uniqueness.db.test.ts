import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import type { Import } from '@pipewright/contract'
import type { Edit, Field, Form, Uniqueness } from '@pipewright/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const params = { workspace }
const named = (key: string, zh: string) => ({ key, label: { en: key, zh } })

const fields: Field[] = [
  { type: 'text', ...named('title', '标题') },
  { type: 'text', ...named('place', '地点') },
  { type: 'date', ...named('day', '日期') },
  { type: 'yesNo', ...named('closed', '已关闭') },
  { type: 'longText', ...named('note', '备注') },
]

const visit: Form = {
  ...named('visit', '拜访'),
  labelPlural: { en: 'visits', zh: '拜访' },
  titleField: 'title',
  fields,
  layout: { sections: [{ key: 'all', columns: 1, items: fields.map(({ key }) => ({ field: key })) }] },
}

const write = fields.map(({ key }) => key)
const right = {
  form: 'visit',
  actions: ['create' as const, 'read' as const, 'update' as const, 'delete' as const],
  scope: { type: 'own' as const },
  read: [],
  write,
}

const onceADay: Uniqueness = {
  key: 'once_a_day',
  fields: ['place', 'day'],
  when: { ne: [{ var: 'closed' }, true] },
}

const uniqueness = (list: Uniqueness[] | null): Edit => ({
  type: 'setForm',
  form: 'visit',
  changes: { uniqueness: list },
})

let world: Awaited<ReturnType<typeof start>>
async function start() {
  const app = await appUnderTest({ prepared: 'workspace' })
  const owner = await app.owner()
  const change = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    return owner.call('editDraft', { params, body: { version, edits } })
  }
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    const { token } = await owner.call('getImpact', { params })
    return owner.call('publishDraft', { params, body: { version, token } })
  }
  await change({ type: 'addForm', form: visit, rights: [{ role: 'rep', right }] })
  await publish()
  const rep = (await signedInMember(app, { workspace, roles: ['rep'] })).browser
  return { app, owner, rep, change, publish }
}
beforeAll(async () => {
  world = await start()
})
afterAll(() => world.app.close())

type Browser = typeof world.owner
const form = { workspace, form: 'visit' }
const create = (by: Browser, values: Record<string, string | boolean | null>) =>
  by.call('createRecord', { params: form, body: { values } })
const visitTo = (place: string, day: string | null, more = {}) => ({
  title: `${place} ${day}`,
  place,
  day,
  ...more,
})

test('what is there twice keeps it from being published, is counted and named, and can be once it is mended', async () => {
  const { owner, change, publish } = world
  const first = await create(owner, visitTo('Café', '2026-01-01'))
  await create(owner, visitTo('ＣＡＦＥ\u0301', '2026-01-01'))
  await create(owner, visitTo('Café', '2026-01-01', { closed: true }))
  await change(uniqueness([onceADay]))
  const impact = await owner.call('getImpact', { params })
  expect(impact.blocked).toBe(true)
  const told = impact.changes.flatMap(({ effects }) => effects.map(({ text }) => text))
  expect(told[0]?.en).toMatch(/^2 records share .* “place \+ day” .*“Café 2026-01-01”/)
  expect(told[0]?.zh).toContain('“地点＋日期”')
  expect((await owner.problem(publish())).code).toBe('publish-blocked')
  await owner.call('deleteRecord', {
    params: { ...form, id: first.id },
    query: { version: String(first.version) },
  })
  await publish()
  const [index] = await query(
    world.app.databaseUrl,
    `select indexdef from pg_indexes where schemaname = 'ws_acme' and indexname like 'visit_place_day_key%'`,
  )
  expect(index).toMatchObject({ indexdef: expect.stringMatching(/UNIQUE.*lower.*closed/s) })
})

test.each([
  ['the same', 'Bar'],
  ['another spelling', 'ｂａｒ'],
])(
  'a visit that is %s as one before is refused, with the fields and the other record named',
  async (_name, place) => {
    const { owner } = world
    await create(owner, visitTo('Bar', '2026-02-01')).catch(() => undefined)
    const problem = await owner.problem(create(owner, visitTo(place, '2026-02-01')))
    expect(problem).toMatchObject({ status: 409, code: 'duplicate' })
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/values/place', '/values/day']),
    )
    const said = problem.errors?.map(({ message }) => message).join(' ')
    expect(said).toContain('place + day')
    expect(said).toContain('“Bar 2026-02-01”')
  },
)

test.each(['2026-02-02', null])('the same place on another day is not the same: %s', async (day) => {
  await create(world.owner, visitTo('Shop', '2026-02-01')).catch(() => undefined)
  expect((await create(world.owner, visitTo('Shop', day))).values['place']).toBe('Shop')
})

test('only records that meet the condition are compared, also when one comes to meet it', async () => {
  const { owner } = world
  await create(owner, visitTo('Gym', '2026-03-01'))
  const closed = await create(owner, visitTo('Gym', '2026-03-01', { closed: true }))
  const reopened = owner.call('updateRecord', {
    params: { ...form, id: closed.id },
    body: { version: closed.version, values: { closed: false } },
  })
  expect((await owner.problem(reopened)).code).toBe('duplicate')
})

test('who may not see the other record hears that there is one, and not which', async () => {
  const { owner, rep } = world
  await create(owner, visitTo('Secret', '2026-04-01'))
  const problem = await rep.problem(create(rep, visitTo('secret', '2026-04-01')))
  expect(problem.code).toBe('duplicate')
  expect(JSON.stringify(problem)).not.toContain('Secret')
  const values = visitTo('secret', '2026-04-01')
  const asked = { params: form, body: { values } }
  expect((await rep.call('findTaken', asked)).taken).toEqual([{ fields: ['place', 'day'], record: null }])
  const [seen] = (await owner.call('findTaken', asked)).taken
  expect(seen?.record?.title).toBe('Secret 2026-04-01')
  const closed = { ...values, closed: true }
  expect((await owner.call('findTaken', { params: form, body: { values: closed } })).taken).toEqual([])
})

test('of a hundred that are made at the same time one stays', async () => {
  const { owner } = world
  const all = await Promise.allSettled(
    Array.from({ length: 100 }, (_, place) =>
      create(owner, visitTo(place % 2 === 0 ? 'Race' : 'RACE', '2026-05-01')),
    ),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const rows = await query(
    world.app.databaseUrl,
    `select 1 from ws_acme.visit where day = '2026-05-01' and deleted_at is null`,
  )
  expect(rows).toHaveLength(1)
})

test('an import tells the rows that are there already and those that come twice in the file', async () => {
  const { owner } = world
  await create(owner, visitTo('Club', '2026-06-01'))
  const csv = 'title,place,day\na,club,2026-06-01\nb,Pub,2026-06-01\nc,PUB,2026-06-01\nd,Pub,2026-06-02\n'
  const url = '/api/w/acme/forms/visit/imports'
  const { body: job } = await upload<Import>(owner, url, 'visits.csv', csv)
  const mapping = job.mapping.map((column, position) => ({
    ...column,
    field: ['title', 'place', 'day'][position] ?? null,
  }))
  await owner.call('checkImport', { params: { workspace, id: job.id }, body: { mapping } })
  const done = await settled(owner, workspace, job.id)
  expect(done.problems.map(({ row, code }) => [row, code])).toEqual([
    [2, 'not-unique-together'],
    [4, 'not-unique-together'],
  ])
})

test('a condition that an index cannot hold is refused where it stands', async () => {
  const { owner, change } = world
  const moving = { ...onceADay, when: { gt: [{ var: 'day' }, { var: '$today' }] } }
  const problem = await owner.problem(change(uniqueness([moving])))
  expect(problem.code).toBe('edit-refused')
  expect(problem.errors?.[0]?.pointer).toMatch(/\/uniqueness\/0\/when$/)
  expect(problem.errors?.[0]?.message).toContain('$today')
})

test('a field of a combination cannot be removed while the combination stands', async () => {
  const { owner, change } = world
  const problem = await owner.problem(change({ type: 'removeField', form: 'visit', field: 'day' }))
  expect(problem.errors?.[0]?.message).toMatch(/must not occur twice/)
})
