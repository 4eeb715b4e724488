import {
  appUnderTest,
  openStream,
  signedInMember,
  type AppUnderTest,
  type TestClient,
} from '@pipewright/testing'
import type { BodyOf, Routes } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { silenceMs } from '../../live/presence.ts'

const workspace = 'acme'
const windowOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const soon = { timeout: 5000 }
type Doing = BodyOf<Routes['meetAtRecord']>['doing']

/** The same person at another process. */
async function elsewhere(other: AppUnderTest, browser: TestClient): Promise<TestClient> {
  const there = other.client()
  for (const [name, value] of browser.cookies) there.cookies.set(name, value)
  await there.call('getSession')
  return there
}

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const other = await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' })
  const lead = await rep.browser.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: { values: { name: 'Ann', company: 'Acme' } },
  })
  const params = { workspace, form: 'lead', id: lead.id }
  let turn = 0
  const say = async (browser: TestClient, window: number, doing: Doing = 'reading', at = ++turn) =>
    (await browser.call('meetAtRecord', { params, body: { window: windowOf(window), turn: at, doing } }))
      .others
  return { world, owner, rep, other, lead, params, say, [Symbol.asyncDispose]: world.close }
}

test('who has a record open is seen by those who have it open too, once however many windows, until he leaves', async () => {
  await using at = await setUp()
  const rita = at.rep.browser
  expect(await at.say(rita, 1)).toEqual([])
  expect(await at.say(rita, 2, 'editing')).toEqual([])
  expect(await at.say(at.owner, 3)).toEqual([{ member: at.rep.id, editing: true }])
  await at.say(rita, 2, 'leaving')
  expect(await at.say(at.owner, 3)).toEqual([{ member: at.rep.id, editing: false }])
  await at.say(rita, 1, 'leaving')
  expect(await at.say(at.owner, 3)).toEqual([])
  expect(await at.say(rita, 1)).toHaveLength(1)
})

test('a window that falls silent is gone, and what it said before it left does not bring it back', async () => {
  await using at = await setUp()
  await at.say(at.rep.browser, 1, 'reading', 1)
  at.world.time.now += silenceMs
  expect(await at.say(at.owner, 3)).toEqual([])
  await at.say(at.rep.browser, 2, 'leaving', 9)
  await at.say(at.rep.browser, 2, 'editing', 8)
  expect(await at.say(at.owner, 3)).toEqual([])
})

test('nobody makes the window of somebody else leave', async () => {
  await using at = await setUp()
  await at.say(at.rep.browser, 1)
  await at.say(at.owner, 1, 'leaving')
  expect(await at.say(at.owner, 3)).toEqual([{ member: at.rep.id, editing: false }])
})

test('whoever has the record open hears in another process who comes, edits and goes', async () => {
  await using at = await setUp()
  await using second = await at.world.secondProcess()
  const owner = await elsewhere(second, at.owner)
  await at.say(owner, 3)
  const stream = await openStream(second, owner, workspace)
  await expect.poll(() => stream.text, soon).toContain('event: revision')
  const told = () => stream.text.split(`event: presence\ndata: {"record":"${at.lead.id}"}`).length - 1
  await at.say(at.rep.browser, 1)
  await expect.poll(told, soon).toBe(1)
  expect(await at.say(owner, 3)).toEqual([{ member: at.rep.id, editing: false }])
  await at.say(at.rep.browser, 1, 'editing')
  await expect.poll(told, soon).toBe(2)
  await at.say(at.rep.browser, 1, 'editing')
  await at.say(at.rep.browser, 1, 'leaving')
  await expect.poll(told, soon).toBe(3)
  expect(await at.say(owner, 3)).toEqual([])
})

test('AZ-04: who may not see the record is neither shown there nor told of who is', async () => {
  await using at = await setUp()
  const { browser } = at.other
  const stream = await openStream(at.world, browser, workspace)
  await expect.poll(() => stream.text, soon).toContain('event: revision')
  await at.say(at.rep.browser, 1)
  expect((await browser.problem(at.say(browser, 2))).code).toBe('not-found')
  expect(await at.say(at.rep.browser, 1, 'editing')).toEqual([])
  await at.say(at.owner, 3)
  // What is told in order: once this came, nothing of before is under way.
  const own = await browser.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: { values: { name: 'Own' } },
  })
  await expect.poll(() => stream.text, soon).toContain(own.id)
  expect(stream.text).not.toContain('presence')
  expect(stream.text).not.toContain(at.lead.id)
})
