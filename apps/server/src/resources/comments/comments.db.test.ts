import type { FileInfo, TimelineEntry } from '@pipewright/contract'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import type { Edit, FormRight, Role } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const said = (entry: TimelineEntry): string => {
  if (entry.type === 'followUp') return entry.followUp.text
  if (entry.type === 'mail') return entry.mail.subject
  return entry.type === 'comment' ? entry.comment.text : entry.event.kind
}
const nowhere = '00000000-0000-4000-8000-000000000000'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const [rep, other] = [
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' }),
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' }),
  ]
  const lead = await rep.browser.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: { values: { name: 'Ann', company: 'Acme' } },
  })
  const params = { workspace, form: 'lead', id: lead.id }
  const say = (
    browser: TestClient,
    body: { text: string; files?: string[]; replyTo?: string; field?: string },
  ) => browser.call('createComment', { params, body })
  const lines = async (browser: TestClient, kind?: 'comments' | 'changes' | 'approvals') => {
    const { entries } = await browser.call('getTimeline', {
      params,
      query: kind === undefined ? {} : { kind },
    })
    return entries.map(said)
  }
  /** What the role of reps may do with leads from now on. */
  async function limit(change: (right: FormRight) => FormRight) {
    const { definition, draft } = await owner.call('getDraft', { params: { workspace } }).then((one) => ({
      definition: one.definition,
      draft: one.version,
    }))
    const role = definition.roles.find(({ key }) => key === 'rep') as Role
    const forms = role.forms.map((right) => (right.form === 'lead' ? change(right) : right))
    const edits: Edit[] = [{ type: 'putRole', role: { ...role, forms } }]
    const { version } = await owner.call('editDraft', {
      params: { workspace },
      body: { version: draft, edits },
    })
    await owner.call('publishDraft', { params: { workspace }, body: { version } })
  }
  return { world, owner, rep, other, params, say, lines, limit, [Symbol.asyncDispose]: world.close }
}

test('comments stand in one timeline with the changes, newest first, and can be asked for alone', async () => {
  await using at = await setUp()
  await at.say(at.rep.browser, { text: '  Called her \r\n twice ' })
  const { comment } = await at.say(at.owner, { text: 'Good' })
  const answer = await at.say(at.rep.browser, { text: 'Thanks', replyTo: comment.id })
  expect(answer.comment.replyTo).toMatchObject({ id: comment.id, text: 'Good' })
  expect(await at.lines(at.rep.browser)).toEqual(['Thanks', 'Good', 'Called her \n twice', 'create'])
  expect(await at.lines(at.rep.browser, 'comments')).toEqual(['Thanks', 'Good', 'Called her \n twice'])
  expect(await at.lines(at.rep.browser, 'changes')).toEqual(['create'])
  expect(await at.lines(at.rep.browser, 'approvals')).toEqual([])
})

test('a timeline comes in pages without a gap and without a repeat', async () => {
  await using at = await setUp()
  for (let n = 0; n < 60; n += 1) await at.say(at.rep.browser, { text: String(n) })
  const first = await at.rep.browser.call('getTimeline', { params: at.params })
  const second = await at.rep.browser.call('getTimeline', {
    params: at.params,
    query: { after: first.next ?? '' },
  })
  expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 11, null])
  const ids = [...first.entries, ...second.entries].map((entry) => said(entry))
  expect(ids).toEqual([...Array.from({ length: 60 }, (_, n) => String(59 - n)), 'create'])
})

test('only its author changes or removes a comment; the change is said, the removal leaves nothing to read', async () => {
  await using at = await setUp()
  const { comment } = await at.say(at.rep.browser, { text: 'Frist' })
  const reply = await at.say(at.owner, { text: 'Yes', replyTo: comment.id })
  const params = { ...at.params, comment: comment.id }
  expect((await at.owner.problem(at.owner.call('updateComment', { params, body: { text: 'x' } }))).code).toBe(
    'not-allowed',
  )
  const changed = await at.rep.browser.call('updateComment', { params, body: { text: 'First' } })
  expect(changed.comment).toMatchObject({ text: 'First', editedAt: expect.any(String) as string })
  expect((await at.owner.problem(at.owner.call('deleteComment', { params }))).code).toBe('not-allowed')
  await at.rep.browser.call('deleteComment', { params })
  const { entries } = await at.owner.call('getTimeline', { params: at.params, query: { kind: 'comments' } })
  expect(entries).toMatchObject([
    { comment: { id: reply.comment.id, replyTo: { id: comment.id, text: null, author: null } } },
  ])
})

test('AZ-04: who may not read the record neither reads nor writes comments, and is not reached by a mention', async () => {
  await using at = await setUp()
  const { browser, id } = at.other
  const text = `@{${id}} and @{${at.rep.id}}, look`
  const said = await at.say(at.owner, { text })
  expect(said.unreached).toEqual([id])
  const { members } = await at.owner.call('findReaders', {
    params: at.params,
    body: { members: [id, at.rep.id] },
  })
  expect(members).toEqual([at.rep.id])
  const comment = said.comment.id
  const refusals = await Promise.all([
    browser.problem(at.say(browser, { text: 'x' })),
    browser.problem(browser.call('getTimeline', { params: at.params })),
    browser.problem(browser.call('findReaders', { params: at.params, body: { members: [id] } })),
    browser.problem(browser.call('deleteComment', { params: { ...at.params, comment } })),
    browser.problem(browser.call('getTimeline', { params: { ...at.params, id: nowhere } })),
  ])
  expect(refusals.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'not-found'))
})

test('AZ-03: a comment about a field that one may not read is not there, nor are its files and what answers quote', async () => {
  await using at = await setUp()
  const path = `/api/w/${workspace}/files`
  const file = (await upload<FileInfo>(at.owner, path, 'a.txt', 'plain')).body.id
  const { comment } = await at.say(at.owner, { text: 'Secret', field: 'company', files: [file] })
  expect(comment.files.map(({ name }) => name)).toEqual(['a.txt'])
  const get = () => at.rep.browser.send({ method: 'GET', url: `${path}/${file}` })
  expect(await at.lines(at.rep.browser, 'comments')).toEqual(['Secret'])
  expect((await get()).statusCode).toBe(200)
  await at.limit((right) => ({
    ...right,
    read: right.read.filter((one) => one !== 'company'),
    write: right.write.filter((one) => one !== 'company'),
  }))
  expect(await at.lines(at.rep.browser, 'comments')).toEqual([])
  expect((await get()).statusCode).toBe(404)
  const { browser } = at.rep
  expect((await browser.problem(at.say(browser, { text: 'x', field: 'company' }))).errors).toMatchObject([
    { pointer: '/field', code: 'unknown-field' },
  ])
  expect((await browser.problem(at.say(browser, { text: 'x', replyTo: comment.id }))).code).toBe('not-found')
  const asked = at.owner.call('findReaders', {
    params: at.params,
    body: { members: [at.rep.id], field: 'company' },
  })
  expect((await asked).members).toEqual([])
})

test('a role may keep comments to reading, or out of sight', async () => {
  await using at = await setUp()
  await at.say(at.owner, { text: 'Seen' })
  const { browser } = at.rep
  await at.limit((right) => ({ ...right, comments: 'read' }))
  expect(await at.lines(browser, 'comments')).toEqual(['Seen'])
  expect((await browser.problem(at.say(browser, { text: 'x' }))).code).toBe('not-allowed')
  await at.limit((right) => ({ ...right, comments: 'none' }))
  expect(await at.lines(browser)).toEqual(['create'])
})

test('only own uploads that belong nowhere come with a comment, and a removed one closes its files', async () => {
  await using at = await setUp()
  const path = `/api/w/${workspace}/files`
  const { browser } = at.rep
  const theirs = (await upload<FileInfo>(at.owner, path, 'a.txt', 'plain')).body.id
  expect((await browser.problem(at.say(browser, { text: '', files: [theirs] }))).errors).toMatchObject([
    { pointer: '/files', code: 'no-such-file' },
  ])
  const own = (await upload<FileInfo>(browser, path, 'b.txt', 'plain')).body.id
  const { comment } = await at.say(browser, { text: '', files: [own] })
  await browser.call('deleteComment', { params: { ...at.params, comment: comment.id } })
  expect((await at.owner.send({ method: 'GET', url: `${path}/${own}` })).statusCode).toBe(404)
  expect((await browser.problem(at.say(browser, { text: ' ' }))).errors).toMatchObject([{ code: 'required' }])
})

test('whom a comment names and whom it answers is told, once, and nobody who may not read it', async () => {
  await using at = await setUp()
  const told = async (browser: TestClient) =>
    (await browser.call('listNotifications', { params: { workspace }, query: {} })).items.map(
      ({ kind, count }) => [kind, count],
    )
  const { comment } = await at.say(at.owner, { text: `@{${at.rep.id}} and @{${at.other.id}}, look` })
  expect(await told(at.rep.browser)).toEqual([['mentioned', 1]])
  expect(await told(at.other.browser)).toEqual([])
  await at.owner.call('updateComment', {
    params: { ...at.params, comment: comment.id },
    body: { text: `@{${at.rep.id}}, look again` },
  })
  expect(await told(at.rep.browser)).toEqual([['mentioned', 1]])
  await at.say(at.rep.browser, { text: 'Looking', replyTo: comment.id })
  expect(await told(at.owner)).toEqual([['replied', 1]])
})
