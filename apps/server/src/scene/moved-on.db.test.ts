import { loadRevision, publish } from '@pipewright/db'
import { applyEdits } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { appUnderTest } from '@pipewright/testing'
import { query } from '@pipewright/testing/query'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const form = { ...params, form: 'account' }
const text: Field = { type: 'text', key: 'size', label: { en: 'Size', zh: '大小' } }
const number: Field = { type: 'number', key: 'size', label: { en: 'Size', zh: '大小' }, scale: 0 }

test('SC-07: a request that is under way while a field gets another type is done by the new revision, and is no failure', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const { version } = await owner.call('getDraft', { params })
  const added = {
    type: 'addField',
    form: 'account',
    field: text,
    section: 'basics',
    index: 0,
    write: [],
    read: [],
  }
  await owner.call('editDraft', { params, body: { version, edits: [added as never] } })
  const { token } = await owner.call('getImpact', { params })
  await owner.call('publishDraft', { params, body: { version: version + 1, token } })
  const body = { values: { name: 'A', size: '12' } }
  const made = await owner.call('createRecord', { params: form, body })

  const { database } = world
  const workspace = { key: 'acme', schema: 'ws_acme' }
  const base = (await loadRevision(database, workspace))!
  const next = applyEdits(base.definition, [{ type: 'changeFieldType', form: 'account', field: number }])
  if ('problems' in next) throw new Error(JSON.stringify(next.problems))
  const waiting = async () => {
    const [row] = await query<{ count: number }>(
      world.databaseUrl,
      `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    return row?.count ?? 0
  }
  const asked: Promise<unknown>[] = []
  const published = await publish(database, workspace, {
    definition: next.definition,
    base: base.revision,
    by: null,
    changes: [],
    now: new Date().toISOString(),
    // The table is altered and not let go: what comes now was made for the revision before, and waits.
    async within() {
      const filter = { eq: [{ var: 'size' }, '12'] }
      asked.push(owner.call('queryRecords', { params: form, body: { columns: ['size'], limit: 5, filter } }))
      const values = { size: 'about 12' }
      const change = { params: { ...form, id: made.id }, body: { version: made.version, values } }
      asked.push(owner.problem(owner.call('updateRecord', change)))
      await expect.poll(waiting, { timeout: 10_000 }).toBe(2)
    },
  })
  expect(published).toMatchObject({ ok: true })
  const [listed, refused] = await Promise.allSettled(asked)
  expect(listed).toMatchObject({ status: 'fulfilled', value: { rows: [{ id: made.id }] } })
  expect(refused).toMatchObject({
    status: 'fulfilled',
    value: { status: 422, errors: [{ pointer: '/values/size' }] },
  })
})
