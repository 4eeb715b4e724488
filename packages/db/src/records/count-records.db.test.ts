import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countMeant, countRecords, type RecordCount } from './count-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'

let space: TestWorkspace

const many = 26_000
/** Of them a rep's. */
const own = 13_000

/** Rows as wide as real ones, so that the table has more blocks than are looked at. */
async function addAccounts(name: string, from: number, to: number) {
  const { schema } = space.workspace
  await space.database.query({
    text: `insert into ${schema}.account (id, name, notes, phone, owner, version, created_at, updated_at, _grams)
      select gen_random_uuid(), $1 || n, repeat(md5(n::text), 45), case when n % 2 = 0 then '+8657188886666' end,
        case when n % 2 = 0 then $2::uuid else $3::uuid end, 1, now(), now(), '{}'
      from generate_series($4::int, $5::int) as n`,
    values: [name, space.members.admin, space.members.rep, from, to],
  })
}

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
  await addAccounts('Account ', 1, many)
}, 60_000)
afterAll(() => space.close())

type Asked = Parameters<typeof countRecords>[3]

async function countOf(member: 'admin' | 'rep', request: Asked = {}): Promise<RecordCount> {
  const found = await countRecords(space.database, space.scene(member), 'account', request)
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return { count: found.count, exact: found.exact }
}

const analyze = () => space.database.query({ text: `analyze ${space.workspace.schema}.account`, values: [] })

/** As good as it has to be said: a tenth off at most, in two digits. */
function expectAbout({ count, exact }: RecordCount, real: number) {
  expect(exact).toBe(false)
  expect(Math.abs(count - real) / real).toBeLessThan(0.1)
  expect(count % 1000).toBe(0)
}

test('up to 10,000 are counted exactly, more are said about, without and with statistics', async () => {
  expectAbout(await countOf('admin'), many)
  await analyze()
  expectAbout(await countOf('admin'), many)
  const few = { filter: { startsWith: [{ var: 'name' }, 'Account 25'] } }
  expect(await countOf('admin', few)).toEqual({ count: 1111, exact: true })
})

test('what is said of many knows only of records that the reader may see, whatever the statistics hold', async () => {
  await analyze()
  expectAbout(await countOf('rep'), own)
  // Half of all records have a phone, and none of those that the rep may see.
  expect(await countOf('rep', { filter: { notEmpty: [{ var: 'phone' }] } })).toEqual({
    count: 0,
    exact: true,
  })
  expectAbout(await countOf('rep', { filter: { isEmpty: [{ var: 'phone' }] } }), own)
  const hidden = await countRecords(space.database, space.scene('rep'), 'opportunity', {
    filter: { notEmpty: [{ var: 'hidden_note' }] },
  })
  expect(hidden).toMatchObject({ ok: false, problem: { code: 'bad-filter' } })
})

test('a search of many is said about too', async () => {
  const { schema } = space.workspace
  await space.database.query({
    text: `update ${schema}.account set _sought = 'account ' || name, _grams = '{ac,co,ou,un,nt,acc,cco,cou,oun,unt}'`,
    values: [],
  })
  const { count, exact } = await countOf('admin', { search: 'account' })
  expect({ exact, isMany: count >= 10_000 }).toEqual({ exact: false, isMany: true })
})

test('before many are changed all of them are counted', async () => {
  const meant = await countMeant(space.database, space.scene('rep'), 'account', {})
  expect(meant).toEqual({ ok: true, count: own, exact: true })
})

test('what takes too long to count is said about, and where not even that is found it fails as too slow', async () => {
  await space.database.session(async (session) => {
    const slow = { filter: { contains: [{ var: 'notes' }, 'never there'] } }
    const asked = countRecords(session, space.scene('admin'), 'account', slow, 1)
    await expect(asked).rejects.toMatchObject({ kind: 'timeout' })
  })
  const meant = await countMeant(space.database, space.scene('admin'), 'account', {}, 1)
  expect(meant).toMatchObject({ ok: true, exact: false })
})

test('statistics of yesterday mislead nobody', async () => {
  await analyze()
  await addAccounts('Late ', 1, 14_000)
  expectAbout(await countOf('admin'), many + 14_000)
  expectAbout(await countOf('admin', { filter: { startsWith: [{ var: 'name' }, 'Late'] } }), 14_000)
})
