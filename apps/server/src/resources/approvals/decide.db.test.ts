import { appUnderTest, memberIdOf, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }

/** A quote of a rep that waits for the owner of the workspace, who leads the department. */
async function waitingQuote(world: AppUnderTest) {
  const owner = await world.owner()
  const manager = await memberIdOf(world, workspace, 'ada@example.com')
  const sales = await owner.call('createDepartment', {
    params,
    body: { name: 'Sales', parent: null, manager },
  })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], department: sales.id })
  const make = async (by: typeof owner, form: string, values: Record<string, never>) =>
    by.call('createRecord', { params: { workspace, form }, body: { values } })
  const account = await make(rep.browser, 'account', { name: 'Tide' } as never)
  const product = await make(owner, 'product', {
    code: 'S1',
    name: 'Server',
    list_price: '100',
    cost: '60',
  } as never)
  const items = [{ product: product.id, quantity: '1', unit_price: '100', discount: '40' }]
  const quote = await make(rep.browser, 'quote', { account: account.id, items } as never)
  await rep.browser.call('submitRecord', {
    params: { workspace, form: 'quote', id: quote.id, workflow: 'discount_approval' },
    body: { version: quote.version },
  })
  const { items: todo } = await owner.call('listTodo', { params })
  const approval = todo.flatMap((item) => (item.type === 'approval' ? [item.approval] : []))[0]
  if (approval === undefined) throw new Error('nothing waits')
  const decide = (body: object, idempotencyKey?: string) =>
    owner.call('decideTask', {
      params: { workspace, id: approval.id },
      body: { decision: 'approve', ...body },
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    })
  const stored = () => owner.call('getRecord', { params: { workspace, form: 'quote', id: quote.id } })
  return { owner, rep, quote, approval, decide, stored }
}

test('a decision that is sent again under its key is answered again and counts once', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { owner, decide, stored, approval } = await waitingQuote(world)
  const once = { comment: 'Fine', version: approval.version }
  const first = await decide(once, 'key-1')
  expect(first).toMatchObject({ state: 'approved', steps: [{ comment: 'Fine' }] })
  const { version } = await stored()
  expect(await decide(once, 'key-1')).toEqual(first)
  expect(await owner.problem(decide(once, 'key-2'))).toMatchObject({ code: 'already-decided' })
  expect(await owner.problem(decide({ decision: 'reject' }, 'key-1'))).toMatchObject({
    code: 'idempotency-conflict',
  })
  expect(await stored()).toMatchObject({ version, values: { status: 'approved' } })
})

test('nothing is decided about a record that was changed since it was seen', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { owner, decide, approval, quote } = await waitingQuote(world)
  expect(approval).toMatchObject({ record: quote.id })
  const seen = (approval.version ?? 0) - 1
  expect(await owner.problem(decide({ version: seen }))).toMatchObject({ code: 'stale-version' })
  const run = await owner.call('listRuns', { params: { workspace, form: 'quote', id: quote.id } })
  expect(run.runs).toMatchObject([{ state: 'open' }])
  expect(await decide({ version: approval.version })).toMatchObject({ state: 'approved' })
})
