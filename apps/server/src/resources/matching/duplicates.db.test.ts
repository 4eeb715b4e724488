import type { Values } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const accounts = { ...params, form: 'account' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = (await signedInMember(world, { ...params, roles: ['rep'] })).browser
  const create = (values: Values, by: TestClient = owner) =>
    by.call('createRecord', { params: accounts, body: { values } })
  const groups = async (by: TestClient = owner, sure: 'likely' | 'possible' = 'likely') => {
    const found = await by.call('findDuplicates', { params: accounts, query: { sure } })
    return found.groups.map(({ records }) => records.map(({ title }) => title))
  }
  const apart = (records: string[], by: TestClient = owner) =>
    by.call('tellApart', { params: accounts, body: { records } })
  return { world, owner, rep, create, groups, apart, [Symbol.asyncDispose]: world.close }
}

test('records that look the same stand in one group over any number of them, with what says so', async () => {
  await using at = await setUp()
  const { owner, create, groups } = at
  await create({ name: 'Medlar Works Ltd', city: 'Bonn' })
  await create({ name: 'Medlar Works', phone: '+49 30 7654321' })
  await create({ name: 'Something else', phone: '030 7654321' })
  await create({ name: 'Alone' })
  const { groups: found, records, next } = await owner.call('findDuplicates', { params: accounts, query: {} })
  expect(found.map(({ size, sure }) => [size, sure])).toEqual([[3, 'likely']])
  expect([records, next]).toEqual([3, null])
  const alike = found[0]?.records.map(({ title, fields }) => [
    title,
    fields.filter((one) => one.alike).map(({ field }) => field),
  ])
  expect(alike).toEqual([
    ['Something else', ['phone']],
    ['Medlar Works', ['name', 'phone']],
    ['Medlar Works Ltd', ['name']],
  ])
  await create({ name: 'Medlar Woks' })
  await create({ name: 'Medlar Works GmbH' })
  expect((await groups())[0]).toHaveLength(4)
})

test('what was told apart is neither shown nor hinted at until that is taken back', async () => {
  await using at = await setUp()
  const { owner, create, groups, apart } = at
  const [one, two, three] = [
    await create({ name: 'Quince Ltd' }),
    await create({ name: 'Quince Inc' }),
    await create({ name: 'Quince GmbH' }),
  ]
  const hint = async () => {
    const body = { values: { name: 'Quince' }, except: one.id }
    return (await owner.call('findMatches', { params: accounts, body })).matches.map(({ title }) => title)
  }
  expect(await hint()).toHaveLength(2)
  await apart([one.id, two.id])
  expect(await groups()).toEqual([['Quince GmbH', 'Quince Inc', 'Quince Ltd']])
  expect(await hint()).toEqual(['Quince GmbH'])
  await apart([three.id, one.id])
  expect(await groups()).toEqual([['Quince GmbH', 'Quince Inc']])
  await apart([three.id, two.id])
  expect(await groups()).toEqual([])
  const { pairs } = await owner.call('listToldApart', { params: accounts, query: {} })
  expect(pairs.map(({ one: first, other, may }) => [first.title, other.title, may])).toEqual([
    ['Quince Inc', 'Quince GmbH', true],
    ['Quince Ltd', 'Quince GmbH', true],
    ['Quince Ltd', 'Quince Inc', true],
  ])
  const found = await owner.call('findDuplicates', { params: accounts, query: {} })
  expect(found.records).toBe(0)
  await owner.call('tellTogether', { params: accounts, body: { records: [one.id, two.id, three.id] } })
  expect(await groups()).toEqual([['Quince GmbH', 'Quince Inc', 'Quince Ltd']])
  expect((await owner.call('listToldApart', { params: accounts, query: {} })).pairs).toEqual([])
})

test('a group falls apart where every pair across was told apart', async () => {
  await using at = await setUp()
  const { create, groups, apart } = at
  const made: string[] = []
  for (const kind of ['A Ltd', 'A Inc', 'A GmbH', 'A AG']) made.push((await create({ name: kind })).id)
  const [a = '', b = '', c = '', d = ''] = made
  for (const pair of [
    [a, c],
    [a, d],
    [b, c],
    [b, d],
  ])
    await apart(pair)
  expect(await groups()).toEqual([
    ['A AG', 'A GmbH'],
    ['A Inc', 'A Ltd'],
  ])
})

test('one is shown only what one may see, and tells apart only what one may change', async () => {
  await using at = await setUp()
  const { owner, rep, create, groups, apart } = at
  const own = await create({ name: 'Sorrel Ltd' }, rep)
  const foreign = await create({ name: 'Sorrel Inc' })
  expect(await groups()).toHaveLength(1)
  expect(await groups(rep)).toEqual([])
  expect((await owner.call('findDuplicates', { params: accounts, query: {} })).records).toBe(2)
  expect((await rep.call('findDuplicates', { params: accounts, query: {} })).records).toBe(0)
  expect((await rep.problem(apart([own.id, foreign.id], rep))).code).toBe('not-found')
  const share = { member: null as string | null, department: null, edit: false, until: null }
  const [member] = await query<{ id: string }>(
    at.world.databaseUrl,
    `select owner as id from ws_acme.account where id = '${own.id}'`,
  )
  await owner.call('shareRecord', {
    params: { ...accounts, id: foreign.id },
    body: { ...share, member: member?.id ?? null },
  })
  expect(await groups(rep)).toEqual([['Sorrel Inc', 'Sorrel Ltd']])
  expect((await rep.problem(apart([own.id, foreign.id], rep))).code).toBe('not-allowed')
  const typed = { values: { name: 'Sorrel' }, except: own.id }
  const hint = (by: TestClient) => by.call('findMatches', { params: accounts, body: typed })
  expect((await hint(rep)).matches.map(({ title, may }) => [title, may])).toEqual([['Sorrel Inc', false]])
  expect((await hint(owner)).matches.map(({ title, may }) => [title, may])).toEqual([['Sorrel Inc', true]])
  await apart([own.id, foreign.id])
  expect((await hint(rep)).matches).toEqual([])
  const seen = await rep.call('listToldApart', { params: accounts, query: {} })
  expect(seen.pairs.map(({ may }) => may)).toEqual([false])
  const back = rep.call('tellTogether', { params: accounts, body: { records: [own.id, foreign.id] } })
  expect((await rep.problem(back)).code).toBe('not-allowed')
  const other = { params: { ...params, form: 'nothing' }, query: {} }
  expect((await rep.problem(rep.call('findDuplicates', other))).code).toBe('not-found')
  expect((await rep.problem(rep.call('listToldApart', other))).code).toBe('not-found')
})

test('however many groups there are, pages show each of them once', async () => {
  await using at = await setUp()
  const { owner, create } = at
  const { id } = await create({ name: 'Group 0 Ltd' })
  await query(
    at.world.databaseUrl,
    `insert into ws_acme.account (id, owner, department, created_by, updated_by, created_at, updated_at, name, _match)
      select gen_random_uuid(), owner, department, created_by, updated_by, created_at, updated_at, 'Group ' || g,
        array[replace(_match[1], '0', g::text)] from ws_acme.account, generate_series(1, 45) g, generate_series(1, 2) where id = '${id}'`,
  )
  const seen: string[] = []
  let after: string | null = ''
  for (let page = 0; page < 5 && after !== null; page += 1) {
    const asked = { params: accounts, query: after === '' ? {} : { after } }
    const found: Awaited<ReturnType<typeof owner.call<'findDuplicates'>>> = await owner.call(
      'findDuplicates',
      asked,
    )
    expect(found.records).toBe(90)
    seen.push(...found.groups.map(({ records }) => records[0]?.title ?? ''))
    after = found.next
  }
  expect(after).toBeNull()
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
})

test('a group of thousands says how many they are and shows the first of them', async () => {
  await using at = await setUp()
  const { owner, create } = at
  const { id } = await create({ name: 'Large Ltd' })
  await query(
    at.world.databaseUrl,
    `insert into ws_acme.account (id, owner, department, created_by, updated_by, created_at, updated_at, name, _match)
      select gen_random_uuid(), owner, department, created_by, updated_by, created_at, updated_at, 'Large ' || g, _match
      from ws_acme.account, generate_series(1, 5000) g where id = '${id}'`,
  )
  const found = await owner.call('findDuplicates', { params: accounts, query: {} })
  expect(found.groups.map(({ size, records }) => [size, records.length])).toEqual([[5001, 50]])
})
