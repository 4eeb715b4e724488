import { appUnderTest, query } from '@pipewright/testing'
import { applyMigration, workspaceMigrations, type Migration } from '@pipewright/db'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const page = { ...params, form: 'lead', page: 'contact_us' }
const stored = 'select token_hash, seed from ws_acme._public_link'
interface Stored {
  readonly token_hash: string
  readonly seed: string | null
}

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const { version } = await owner.call('getDraft', { params })
  const publicForm = {
    key: page.page,
    label: { en: 'Contact us' },
    fields: [{ field: 'name' }],
  }
  const draft = await owner.call('editDraft', {
    params,
    body: { version, edits: [{ type: 'putPublicForm', form: 'lead', publicForm }] },
  })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
  const { path = '' } = await owner.call('putPublicLink', { params: page })
  const open = (token: string) =>
    world.client().send({
      method: 'POST',
      url: `/api/p/acme/${token}/open`,
      body: { device: 'a'.repeat(24), locale: 'en' },
    })
  return { world, owner, path, open, [Symbol.asyncDispose]: world.close }
}

const hashed = workspaceMigrations.find(({ name }) => name === 'links kept as hashes')

const tokenIn = (path: string) => path.split('/').at(-1) ?? ''

test('AZ-12: the database holds no link that works, and whoever builds sees the same link again', async () => {
  await using on = await setUp()
  const token = tokenIn(on.path)
  const rows = await query<Stored>(on.world.databaseUrl, 'select * from ws_acme._public_link')
  expect(JSON.stringify(rows)).not.toContain(token)
  for (const text of Object.values(rows[0] ?? {}).filter((value) => typeof value === 'string'))
    expect((await on.open(text)).statusCode).not.toBe(200)
  expect((await on.open(token)).statusCode).toBe(200)
  const { links } = await on.owner.call('listPublicLinks', { params })
  expect(links).toEqual([expect.objectContaining({ path: on.path })])
})

test('a link from before seeds goes on working, unseen, until it is replaced', async () => {
  await using on = await setUp()
  await query(on.world.databaseUrl, 'update ws_acme._public_link set seed = null')
  const { links } = await on.owner.call('listPublicLinks', { params })
  expect(links[0]).not.toHaveProperty('path')
  expect((await on.open(tokenIn(on.path))).statusCode).toBe(200)
  const replaced = await on.owner.call('putPublicLink', { params: page })
  expect((await on.open(tokenIn(on.path))).statusCode).toBe(404)
  expect((await on.open(tokenIn(replaced.path ?? ''))).statusCode).toBe(200)
})

test('a link stored plainly by an older version is kept as its hash alone', async () => {
  await using on = await setUp()
  const token = tokenIn(on.path)
  const before = await query<Stored>(on.world.databaseUrl, stored)
  for (const text of [
    'alter table ws_acme._public_link add column token text unique, drop column token_hash, drop column seed',
    `update ws_acme._public_link set token = '${token}'`,
    `delete from ws_acme._migration where name = '${hashed?.name}'`,
  ])
    await query(on.world.databaseUrl, text)
  expect(hashed).toBeDefined()
  await on.world.database.transaction((tx) => applyMigration(tx, 'ws_acme', hashed as Migration))
  expect(await query<Stored>(on.world.databaseUrl, stored)).toEqual([{ ...before[0], seed: null }])
  expect(before[0]?.token_hash).toBe(createHash('sha256').update(token).digest('hex'))
  expect((await on.open(token)).statusCode).toBe(200)
})
