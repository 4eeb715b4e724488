import type { Selection } from '@pipewright/contract'
import type { Expression } from '@pipewright/schemas'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const form = (key: string) => ({ workspace, form: key })

const make = async (by: TestClient, key: string, values: Record<string, string>) =>
  (await by.call('createRecord', { params: form(key), body: { values } })).id

/** A rep with deals of two of his companies and of none; another one's deal is of the first kind too. */
async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const { browser: rep } = await signedInMember(world, { workspace, roles: ['rep'] })
  const [maker, bank] = [
    await make(rep, 'account', { name: 'Maker', industry: 'machinery' }),
    await make(rep, 'account', { name: 'Bank', industry: 'electronics' }),
  ]
  await make(rep, 'opportunity', { name: 'Press', account: maker })
  await make(rep, 'opportunity', { name: 'Vault', account: bank })
  await make(rep, 'opportunity', { name: 'Nobody' })
  const theirs = await make(owner, 'account', { name: 'SECRET', industry: 'machinery' })
  await make(owner, 'opportunity', { name: 'SECRET deal', account: theirs })
  const send = (url: string, body: object) =>
    rep.send({ method: 'POST', url: `/api/w/${workspace}/forms/${url}`, body })
  return { world, owner, rep, send, [Symbol.asyncDispose]: world.close }
}

const made: Expression = { in: [{ var: 'account.industry' }, ['machinery']] }
const params = form('opportunity')

test('lists, counts, boards and groups are narrowed by a field of the record that a relation points to', async () => {
  await using at = await setUp()
  const { rep } = at
  const names = async (filter: Expression) =>
    (await rep.call('queryRecords', { params, body: { filter } })).rows.map(({ title }) => title).toSorted()
  expect(await names(made)).toEqual(['Press'])
  expect(await names({ '!': [made] })).toEqual(['Nobody', 'Vault'])
  expect(await names({ contains: [{ var: 'account.name' }, 'an'] })).toEqual(['Vault'])
  expect(await names({ isEmpty: [{ var: 'account.industry' }] })).toEqual(['Nobody'])
  expect(await names({ in: [{ var: 'account.owner' }, [{ var: '$me' }]] })).toEqual(['Press', 'Vault'])
  expect(await rep.call('countRecords', { params, body: { filter: made } })).toMatchObject({ count: 1 })
  const board = await rep.call('getBoard', { params, body: { field: 'stage', filter: made } })
  expect(board.columns.map(({ count }) => count).filter((count) => count > 0)).toEqual([1])
  expect(board.columns.flatMap(({ rows }) => rows.map(({ title }) => title))).toEqual(['Press'])
  const { groups } = await rep.call('groupRecords', {
    params,
    body: { group: { field: 'stage' }, filter: made },
  })
  expect(groups.map(({ count }) => count)).toEqual([1])
})

test('a tree is narrowed by a field of what its records lie under', async () => {
  await using at = await setUp()
  const { rep } = at
  const above = await make(rep, 'account', { name: 'Group', industry: 'machinery' })
  await make(rep, 'account', { name: 'Below', parent: above })
  await make(rep, 'account', { name: 'Beside' })
  const { rows } = await rep.call('queryTree', {
    params: form('account'),
    body: {
      parent: 'parent',
      columns: ['name'],
      filter: { in: [{ var: 'parent.industry' }, ['machinery']] },
    },
  })
  // Its parent is left out, so it stands at the top.
  expect(rows.map(({ title }) => title)).toEqual(['Below'])
})

test('all records that meet such a condition are changed and exported, and no others', async () => {
  await using at = await setUp()
  const { rep, owner } = at
  const selection: Selection = { all: { filter: made, except: [] } }
  const action = {
    type: 'edit' as const,
    changes: [{ field: 'next_step', way: 'set' as const, value: 'Call' }],
  }
  const { id } = await rep.call('startBulk', { params, body: { selection, action } })
  await expect
    .poll(async () => rep.call('getBulkJob', { params: { workspace, id } }), { timeout: 20_000 })
    .toMatchObject({ state: 'done', total: 1, done: 1 })
  const called = await owner.call('queryRecords', {
    params,
    body: { filter: { eq: [{ var: 'next_step' }, 'Call'] } },
  })
  expect(called.rows.map(({ title }) => title)).toEqual(['Press'])
  const file = await at.send('opportunity/export', { format: 'csv', columns: ['name'], filter: made })
  expect(file.body.trim().split('\r\n').slice(1)).toEqual(['Press'])
})

test('AZ-03: a field on the way that may not be read is refused in the words for one that does not exist', async () => {
  await using at = await setUp()
  const above = (field: string): Expression => ({ gt: [{ var: `opportunity.${field}` }, 1] })
  const ask = async (field: string) =>
    Promise.all([
      at.send('quote/query', { filter: above(field) }),
      at.send('quote/count', { filter: above(field) }),
      at.send('quote/board', { field: 'status', filter: above(field) }),
      at.send('quote/groups', { filter: above(field) }),
      at.send('quote/bulk-jobs', {
        selection: { all: { filter: above(field), except: [] } },
        action: { type: 'edit', changes: [{ field: 'terms', way: 'set', value: 'x' }] },
      }),
    ])
  const told = (answers: Awaited<ReturnType<typeof ask>>) =>
    answers.map((answer) => [
      answer.statusCode,
      JSON.stringify(answer.json<{ errors: unknown }>().errors).replaceAll(/cost|none/g, 'field'),
    ])
  const [hidden, missing, open] = [await ask('cost'), await ask('none'), await ask('amount')]
  expect(hidden.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422, 422])
  expect(told(hidden)).toEqual(told(missing))
  expect(open.slice(0, 4).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
})
