import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'

/** It is Monday, 2026-11-16, 05:00 in London. */
async function scene() {
  const world = await appUnderTest({ prepared: 'workspace', now: '2026-11-16T05:00:00.000Z' })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const create = (form: string, values: Record<string, string>) =>
    rep.browser.call('createRecord', { params: { workspace, form }, body: { values } })
  const told = async (at: string) => {
    world.time.now = Date.parse(at)
    await using other = await world.secondProcess()
    other.time.now = world.time.now
    await other.app.ready()
    await Promise.all(other.app.turnsUnderWay)
    const { items } = await rep.browser.call('listNotifications', { params: { workspace }, query: {} })
    return items.flatMap(({ kind, text }) => (kind === 'reminder' ? [text] : [])).toSorted()
  }
  return { rep, create, told, [Symbol.asyncDispose]: world.close }
}

test('owners are reminded by the template of what waits, ends and falls due, with what it is about', async () => {
  await using at = await scene()
  const { create, told } = at
  const account = (await create('account', { name: 'Mossgrave' })).id
  await create('lead', { name: 'Tom Hall', company: 'Hall Logistics' })
  await create('opportunity', { name: 'Robots', account, amount: '128000', close_date: '2027-03-31' })
  const contract = await create('contract', {
    name: 'Robots',
    account,
    amount: '90000',
    end_date: '2026-12-16',
    status: 'active',
  })
  await create('payment_plan', {
    label: 'First third',
    contract: contract.id,
    account,
    due_date: '2026-11-19',
    amount: '30000',
  })
  const monday = [
    'Mossgrave is to pay ¥30,000.00 by Nov 19, 2026 · “First third”',
    expect.stringContaining(
      'The contract with Mossgrave over ¥90,000.00 ends on Dec 16, 2026: talk about its renewal · “',
    ),
  ]
  expect(await told('2026-11-16T09:00:00.000Z')).toEqual(monday)
  const waits = 'Hall Logistics has waited two working days for a first contact · “Tom Hall”'
  expect(await told('2026-11-18T09:00:00.000Z')).toContainEqual(waits)
  const owes = 'Mossgrave still owes ¥30,000.00, due since Nov 19, 2026 · “First third”'
  expect(await told('2026-11-20T09:00:00.000Z')).toContainEqual(owes)
  const stands =
    'No follow-up planned with Mossgrave (Qualification, ¥128,000.00): agree on the next date · “Robots”'
  expect(await told('2026-11-23T09:00:00.000Z')).toContainEqual(stands)
})
