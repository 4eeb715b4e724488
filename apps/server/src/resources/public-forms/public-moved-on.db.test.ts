import type { Values } from '@pipewright/contract'
import { loadRevision, publish } from '@pipewright/db'
import { applyEdits } from '@pipewright/metadata'
import type { Edit, Field, PublicForm } from '@pipewright/schemas'
import { appUnderTest } from '@pipewright/testing'
import { query } from '@pipewright/testing/query'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const label = { en: 'Size', zh: '大小' }
const text: Field = { type: 'text', key: 'size', label }
const number: Field = { type: 'number', key: 'size', label, scale: 0 }
const fields = [{ field: 'name' }, { field: 'size' }]
const answers: PublicForm = { key: 'answers', label, fields, answerLink: 'edit' }
const finds: PublicForm = { key: 'finds', label, fields, find: { by: ['size'] } }

/** Two pages of accounts, whose size is a text still. */
async function setUp() {
  const limits = { publicFillMs: 0, publicCallsPerMinute: 7, publicFindsPerMinute: 1 }
  const world = await appUnderTest({ prepared: 'workspace', limits })
  const owner = await world.owner()
  const stranger = world.client()
  const { version } = await owner.call('getDraft', { params })
  const place = { form: 'account', section: 'basics', index: 0, write: [], read: [] }
  const edits: Edit[] = [
    { type: 'addField', field: text, ...place },
    { type: 'putPublicForm', form: 'account', publicForm: answers },
    { type: 'putPublicForm', form: 'account', publicForm: finds },
  ]
  await owner.call('editDraft', { params, body: { version, edits } })
  const { token } = await owner.call('getImpact', { params })
  await owner.call('publishDraft', { params, body: { version: version + 1, token } })
  const at = async (page: string) => {
    const { path = '' } = await owner.call('putPublicLink', { params: { ...params, form: 'account', page } })
    return { ...params, token: path.split('/').at(-1) ?? '' }
  }
  const open = async (page: { workspace: string; token: string }) => {
    const body = { device: randomBytes(18).toString('base64url'), locale: 'en' as const }
    return (await stranger.call('openPublicForm', { params: page, body })).ticket ?? ''
  }
  const waiting = async () => {
    const [row] = await query<{ count: number }>(
      world.databaseUrl,
      `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    return row?.count ?? 0
  }
  return { world, stranger, at, open, waiting, [Symbol.asyncDispose]: world.close }
}

test('SC-07: what strangers send, look for and see again while a field gets another type is done by the new revision, and counted once', async () => {
  await using on = await setUp()
  const [page, search] = [await on.at('answers'), await on.at('finds')]
  const send = (ticket: string, values: Values) =>
    on.stranger.call('answerPublicForm', { params: page, body: { ticket, values, locale: 'en' } })
  const { answerLink = '' } = await send(await on.open(page), { name: 'A', size: '12' })
  const [ticket, asking] = [await on.open(page), await on.open(search)]

  const { database } = on.world
  const workspace = { key: 'acme', schema: 'ws_acme' }
  const base = await loadRevision(database, workspace)
  if (base === undefined) throw new Error('there is a revision')
  const next = applyEdits(base.definition, [{ type: 'changeFieldType', form: 'account', field: number }])
  if ('problems' in next) throw new Error(JSON.stringify(next.problems))
  const asked: Promise<unknown>[] = []
  const published = await publish(database, workspace, {
    definition: next.definition,
    base: base.revision,
    by: null,
    changes: [],
    now: new Date().toISOString(),
    // The table is altered and not let go: what comes now was made for the revision before, and waits.
    async within() {
      asked.push(send(ticket, { name: 'B', size: '13' }))
      const body = { ticket: asking, values: { size: '12' }, locale: 'en' as const }
      asked.push(on.stranger.call('findPublicRecords', { params: search, body }))
      const answer = answerLink.split('/').at(-1) ?? ''
      asked.push(on.stranger.call('getPublicAnswer', { params: { ...params, answer } }))
      await expect.poll(on.waiting, { timeout: 10_000 }).toBe(3)
    },
  })
  expect(published).toMatchObject({ ok: true })
  const [sent, found, own] = await Promise.all(asked)
  expect(sent).toMatchObject({ answerLink: expect.stringMatching(/^\/pa\//) as string })
  expect(found).toEqual({ records: [{ name: 'A', size: '12' }], more: false })
  expect(own).toMatchObject({ values: { name: 'A', size: '12' } })
  const stored = await query(
    on.world.databaseUrl,
    'select name, size::int from ws_acme.account order by name',
  )
  expect(stored).toEqual([
    { name: 'A', size: 12 },
    { name: 'B', size: 13 },
  ])
})
