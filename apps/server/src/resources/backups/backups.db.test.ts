import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'
import type { BackupStanding, KeptBackups } from '../../backup/kept-backups.ts'
import { turn } from '../../testing/turn.ts'

const workspace = 'acme'
const params = { workspace }
const now = '2026-11-29T12:00:00.000Z'
const hour = 3_600_000

const good: BackupStanding = {
  backups: [{ at: '2026-11-29T02:30:00.000Z', bytes: 1000, checked: 'checked' }],
  underWay: undefined,
  trouble: undefined,
  cutOff: undefined,
  next: '2026-11-30T02:30:00.000Z',
  lastEnd: '2026-11-29T02:31:00.000Z',
  retention: { daily: 7, weekly: 4 },
}

/** Backups of which a test says how they stand. */
function backups() {
  let begun = 0
  const at: { standing: BackupStanding } = { standing: good }
  const kept: KeptBackups = {
    standing: async () => at.standing,
    begin: () => void (begun += 1),
    stop: async () => undefined,
  }
  return { at, kept, begun: () => begun }
}

test('administrators see how the backups stand, and nothing of where they lie; others see nothing', async () => {
  const { kept, at } = backups()
  await using world = await appUnderTest({ prepared: 'workspace', backups: kept, now })
  const owner = await world.owner()
  const shown = {
    made: 'here',
    backups: good.backups,
    underWay: null,
    trouble: null,
    cutOff: null,
    next: good.next,
    kept: { days: 7, weeks: 4 },
  }
  expect(await owner.call('getBackups', { params })).toEqual(shown)
  at.standing = { ...good, cutOff: now }
  expect((await owner.call('getBackups', { params })).cutOff).toBe(now)
  const [no, lag] = ['no-room', 'late'] as const
  at.standing = { ...good, trouble: { type: 'failed', at: now, reason: 'no-room' } }
  expect((await owner.call('getBackups', { params })).trouble).toBe(no)
  at.standing = { ...good, trouble: { type: 'late' } }
  expect((await owner.call('getBackups', { params })).trouble).toBe(lag)
  const { browser } = await signedInMember(world, { workspace, roles: ['rep'] })
  expect(await browser.problem(browser.call('getBackups', { params }))).toMatchObject({ code: 'not-allowed' })
  expect(await browser.problem(browser.call('startBackup', { params }))).toMatchObject({
    code: 'not-allowed',
  })
})

test('one is begun when it is asked for, one at a time, and not again just after one', async () => {
  const { kept, at, begun } = backups()
  await using world = await appUnderTest({ prepared: 'workspace', backups: kept, now })
  const owner = await world.owner()
  const start = () => owner.call('startBackup', { params })
  await start()
  expect(begun()).toBe(1)
  const underWay = { at: now, phase: 'writing', done: 5, expected: 10 } as const
  at.standing = { ...good, underWay }
  expect((await start()).underWay).toEqual(underWay)
  at.standing = { ...good, lastEnd: '2026-11-29T11:58:30.000Z' }
  expect(await owner.problem(start())).toMatchObject({ code: 'backup-just-made', status: 429 })
  expect(begun()).toBe(2)
})

test('where none are made it is said, and none can be asked for', async () => {
  for (const made of ['off', 'elsewhere'] as const) {
    await using world = await appUnderTest({ prepared: 'workspace', backups: made, now })
    const owner = await world.owner()
    expect(await owner.call('getBackups', { params })).toMatchObject({ made, backups: [], next: null })
    expect((await owner.problem(owner.call('startBackup', { params }))).status).toBe(404)
  }
})

test('administrators alone are told of trouble, once a day as long as it goes on, and anew after a good one', async () => {
  const { kept, at } = backups()
  await using world = await appUnderTest({ prepared: 'workspace', backups: kept, now })
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'] })
  const told = async (by = owner) => {
    await turn(world)
    await turn(world)
    const { items } = await by.call('listNotifications', { params, query: {} })
    return items
      .filter(({ kind }) => kind === 'backupTrouble')
      .map(({ text, path, count }) => [text, path, count])
  }
  expect(await told()).toEqual([])
  at.standing = { ...good, trouble: { type: 'failed', at: now, reason: 'other' } }
  const line = ['The last backup of this server failed', '/backups']
  expect(await told()).toEqual([[...line, 1]])
  expect(await told(rep.browser)).toEqual([])
  world.time.now += 23 * hour
  expect(await told()).toEqual([[...line, 1]])
  world.time.now += 2 * hour
  expect(await told()).toEqual([[...line, 2]])
  const since = new Date(world.time.now + 1000).toISOString()
  world.time.now += hour
  at.standing = {
    ...at.standing,
    backups: [{ at: since, bytes: 1000, checked: 'checked' }],
  }
  expect(await told()).toEqual([[...line, 3]])
})

test('a server that has just started is not late yet', async () => {
  const { kept, at } = backups()
  at.standing = { ...good, trouble: { type: 'late' } }
  await using world = await appUnderTest({ prepared: 'workspace', backups: kept, now })
  const owner = await world.owner()
  await turn(world)
  const { unread } = await owner.call('listNotifications', { params, query: {} })
  expect(unread).toBe(0)
})
