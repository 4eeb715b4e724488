import type { BodyOf, FileInfo, Routes } from '@pipewright/contract'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { changeRole } from '../../testing/change-role.ts'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
type Received = BodyOf<Routes['addReceivedMail']>

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const other = await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' })
  const lead = await rep.browser.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: {
      values: { name: 'Ann', company: 'Solar', email: 'ann@solar.example', next_follow_up: '2026-11-20' },
    },
  })
  const params = { workspace, form: 'lead', id: lead.id }
  const mail: Received = {
    from: { address: 'ann@solar.example', name: 'Ann' },
    to: [{ address: 'rita@acme.example' }],
    subject: 'Re: Offer',
    text: 'Yes\r\nplease',
    at: '2026-11-20T08:30:00.000Z',
  }
  const add = (changes: Partial<Received> = {}, by = rep.browser) =>
    by.call('addReceivedMail', { params, body: { ...mail, ...changes } })
  const lines = async (kind: 'mails' | 'followUps', by = rep.browser) =>
    (await by.call('getTimeline', { params, query: { kind } })).entries
  return { owner, rep, other, params, add, lines, [Symbol.asyncDispose]: world.close }
}

test('a mail that came in stands in the timeline at its time, once, as text, with its files, and counts as contact', async () => {
  await using at = await setUp()
  const { rep, params, add, lines } = at
  const path = `/api/w/${workspace}/files`
  const { body: file } = await upload<FileInfo>(rep.browser, path, 'plan.txt', 'x')
  const subject = 'Re:\r\nBcc: x <b>Offer</b>'
  const added = await add({ subject, files: [file.id] })
  expect(added).toMatchObject({
    at: '2026-11-20T08:30:00.000Z',
    state: 'received',
    from: { address: 'ann@solar.example', name: 'Ann' },
    to: [{ address: 'rita@acme.example' }],
    subject: 'Re: Bcc: x <b>Offer</b>',
    text: 'Yes\nplease',
    files: [{ name: 'plan.txt' }],
  })
  expect((await add({ subject })).id).toBe(added.id)
  expect(await lines('mails')).toHaveLength(1)
  expect(await lines('followUps')).toMatchObject([{ followUp: { kind: 'email' } }])
  const { values } = await rep.browser.call('getRecord', { params })
  // The day to get back stays: an answer came, nobody has got back to it yet.
  expect(values).toMatchObject({ last_activity_at: '2026-11-20T08:30:00.000Z', next_follow_up: '2026-11-20' })
  expect(await add({ at: '2027-01-01T00:00:00.000Z' })).toMatchObject({ at: '2026-11-21T08:00:00.000Z' })
})

test('an old mail moves no last contact forward, nor back where there was a newer one', async () => {
  await using at = await setUp()
  const { rep, params, add } = at
  const last = async () => (await rep.browser.call('getRecord', { params })).values['last_activity_at']
  await add({ at: '2020-02-03T04:05:06.000Z', subject: 'Old' })
  expect(await last()).toBe('2020-02-03T04:05:06.000Z')
  await add({ at: '2026-11-20T08:30:00.000Z' })
  expect(await last()).toBe('2026-11-20T08:30:00.000Z')
  await add({ at: '2024-01-01T00:00:00.000Z', subject: 'Older' })
  expect(await last()).toBe('2026-11-20T08:30:00.000Z')
  await add({ at: '2031-01-01T00:00:00.000Z', subject: 'Ahead' })
  expect(await last()).toBe('2026-11-21T08:00:00.000Z')
})

test('only whoever may comment adds one, only with own files, and who may not read the field sees no address of it', async () => {
  await using at = await setUp()
  const { owner, rep, other, params, add, lines } = at
  expect((await other.browser.problem(add({}, other.browser))).code).toBe('not-found')
  const path = `/api/w/${workspace}/files`
  const theirs = (await upload<FileInfo>(owner, path, 'a.txt', 'x')).body.id
  expect((await rep.browser.problem(add({ files: [theirs] }))).errors).toMatchObject([
    { pointer: '/files', code: 'no-such-file' },
  ])
  expect((await rep.browser.problem(add({ from: { address: 'nobody' }, at: 'soon' }))).errors).toMatchObject([
    { pointer: '/from', code: 'bad-email' },
    { pointer: '/at', code: 'bad-instant' },
  ])
  expect(await lines('mails')).toEqual([])
  const { id } = await add({}, owner)
  const own = { ...params, mail: id }
  expect((await rep.browser.problem(rep.browser.call('deleteRecordMail', { params: own }))).code).toBe(
    'not-allowed',
  )
  await changeRole(owner, workspace, 'rep', 'lead', (right) => ({
    ...right,
    comments: 'read',
    write: right.write.filter((field) => field !== 'email'),
  }))
  expect((await rep.browser.problem(add())).code).toBe('not-allowed')
  expect(await lines('mails')).toMatchObject([{ mail: { from: { address: null, name: null } } }])
  await owner.call('deleteRecordMail', { params: own })
  expect(await lines('mails', owner)).toEqual([])
})
