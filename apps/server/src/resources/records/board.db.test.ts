import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const form = (key: string) => ({ workspace, form: key })

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const make = async (key: string, values: Record<string, unknown>) =>
    (await owner.call('createRecord', { params: form(key), body: { values: values as never } })).id
  return { world, owner, make, [Symbol.asyncDispose]: world.close }
}

test('a board by a relation has a column for each record that is named, by title, and one for none', async () => {
  await using at = await setUp()
  const [zeta, alpha] = [
    await at.make('account', { name: 'Zeta' }),
    await at.make('account', { name: 'Alpha' }),
  ]
  for (const account of [zeta, zeta, alpha, null])
    await at.make('opportunity', { name: 'Deal', amount: '10.50', account })
  const board = await at.owner.call('getBoard', {
    params: form('opportunity'),
    body: { field: 'account', sums: ['amount'], limit: 1 },
  })
  expect(board.left).toBe(0)
  expect(
    board.columns.map(({ value, title, count, sums, rows }) => [
      value,
      title,
      count,
      sums['amount'],
      rows.length,
    ]),
  ).toEqual([
    [alpha, 'Alpha', 1, '10.50', 1],
    [zeta, 'Zeta', 2, '21.00', 1],
    [null, undefined, 1, '10.50', 1],
  ])
})

test('a board by who owns records shows people, and one by yes and no both answers', async () => {
  await using at = await setUp()
  await at.make('product', { name: 'Pump', code: 'P1', list_price: '1', active: true })
  await at.make('product', { name: 'Valve', code: 'V1', list_price: '1', active: false })
  const answer = async (field: string) =>
    (await at.owner.call('getBoard', { params: form('product'), body: { field } })).columns
  expect((await answer('owner')).map(({ title, count }) => [typeof title, count])).toEqual([['string', 2]])
  expect((await answer('active')).map(({ value, count, rows }) => [value, count, rows.length])).toEqual([
    ['true', 1, 1],
    ['false', 1, 1],
  ])
})

test('more columns than a board has room for are counted, not kept silent', async () => {
  await using at = await setUp()
  for (let number = 0; number < 52; number += 1) {
    const account = await at.make('account', { name: `Account ${number}` })
    await at.make('opportunity', { name: 'Deal', account })
  }
  const board = await at.owner.call('getBoard', { params: form('opportunity'), body: { field: 'account' } })
  expect([board.columns.length, board.left]).toEqual([50, 2])
  const whole = await at.owner.call('getBoard', {
    params: form('opportunity'),
    body: { field: 'account', most: 60, limit: 0 },
  })
  expect([whole.columns.length, whole.left]).toEqual([52, 0])
})

test('the lanes of a board are its figures by another field, without cards', async () => {
  await using at = await setUp()
  const account = await at.make('account', { name: 'Zeta' })
  await at.make('opportunity', { name: 'One', amount: '10.50', account })
  await at.make('opportunity', { name: 'Two', amount: '1.00', account })
  const lanes = await at.owner.call('getBoard', {
    params: form('opportunity'),
    body: { field: 'account', sums: ['amount'], limit: 0 },
  })
  expect(lanes.columns.map(({ title, count, sums, rows }) => [title, count, sums, rows])).toEqual([
    ['Zeta', 2, { amount: '11.50' }, []],
  ])
})

test('a rep sees only the own records on a board, and no column of a field that is hidden or makes none', async () => {
  await using at = await setUp()
  const account = await at.make('account', { name: 'Of the owner' })
  await at.make('opportunity', { name: 'Of the owner', account })
  const rep = (await signedInMember(at.world, { workspace, roles: ['rep'] })).browser
  const columns = (await rep.call('getBoard', { params: form('opportunity'), body: { field: 'account' } }))
    .columns
  expect(columns).toEqual([])
  const refused = async (field: string) => {
    const answer = await rep.send({
      method: 'POST',
      url: `/api/w/${workspace}/forms/opportunity/board`,
      body: { field },
    })
    return [answer.statusCode, answer.json<{ errors: { code: string }[] }>().errors[0]?.code]
  }
  expect(await refused('cost')).toEqual([422, 'unknown-field'])
  expect(await refused('amount')).toEqual([422, 'unknown-field'])
  expect(await refused('nowhere')).toEqual([422, 'unknown-field'])
})
