import type { CellRow, Values } from '@pipewright/contract'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const set = '0193a000-0000-7000-8000-000000000001'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const create = (form: string, values: Values) =>
    owner.call('createRecord', { params: { ...params, form }, body: { values } })
  const account = await create('account', { name: 'Müller' })
  const deals = await Promise.all(
    ['A', 'B', 'C'].map((name) => create('opportunity', { name, account: account.id, amount: '1.00' })),
  )
  const cells = (texts: readonly Record<string, string>[], check = false, by = owner) =>
    by.call('changeCells', {
      params: { ...params, form: 'opportunity' },
      body: {
        check,
        rows: texts.map((one, at): CellRow => {
          const { id = '', version = 0 } = deals[at] ?? {}
          return { id, version, texts: one }
        }),
      },
      changeSet: { id: set, way: 'paste' },
    })
  const amounts = async () => {
    const read = deals.map(({ id }) =>
      owner.call('getRecord', { params: { ...params, form: 'opportunity', id } }),
    )
    return (await Promise.all(read)).map(({ values }) => values['amount'])
  }
  return { world, owner, create, deals, account, cells, amounts, [Symbol.asyncDispose]: world.close }
}

test('text is read as people write it, and what is refused is named while the rest is written as one step', async () => {
  await using at = await setUp()
  const other = await at.create('account', { name: 'Other' })
  const texts = [
    { amount: '1,234.50', account: 'other' },
    { amount: 'much', account: 'Müller' },
    { amount: '7', account: 'Nobody' },
  ]
  const tried = await at.cells(texts, true)
  expect(tried.done).toEqual([at.deals[0]?.id])
  expect(await at.amounts()).toEqual(['1.00', '1.00', '1.00'])
  const done = await at.cells(texts)
  expect(done.problems.map(({ id, field, text }) => [id, field, text])).toEqual([
    [at.deals[1]?.id, 'amount', 'much'],
    [at.deals[2]?.id, 'account', 'Nobody'],
  ])
  expect(await at.amounts()).toEqual(['1234.50', '1.00', '1.00'])
  const first = { ...params, form: 'opportunity', id: at.deals[0]?.id ?? '' }
  expect((await at.owner.call('getRecord', { params: first })).values['account']).toBe(other.id)
  const { changes } = await at.owner.call('listChanges', { params })
  expect(changes.find(({ id }) => id === set)).toMatchObject({ way: 'paste', records: 1 })
})

test('a record that changed since is refused, and so is a field that one may not write', async () => {
  await using at = await setUp()
  await at.cells([{ amount: '2' }])
  expect((await at.cells([{ amount: '3' }])).problems).toMatchObject([{ id: at.deals[0]?.id, field: null }])
  expect((await at.cells([{ created_at: '2026-01-01' }, { nothing: 'x' }])).done).toEqual([])
  const finance = await signedInMember(at.world, { ...params, roles: ['finance'] })
  const answer = await at.cells([{ amount: '9' }, { amount: '9' }], false, finance.browser)
  expect(answer.done).toEqual([])
  expect(await at.amounts()).toEqual(['2.00', '1.00', '1.00'])
})
