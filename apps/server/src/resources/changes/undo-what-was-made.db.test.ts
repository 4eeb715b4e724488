import type { Values } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
let made = 0
/** Ids in the order of time, as browsers make them. */
const newSet = () =>
  `${(Date.now() + (made += 1))
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-${String(made).padStart(12, '0')}`

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = await signedInMember(world, { ...params, roles: ['rep'] })
  const form = (key: string) => ({ ...params, form: key })
  const create = (key: string, values: Values, set: string, by: TestClient) =>
    by.call('createRecord', { params: form(key), body: { values }, changeSet: { id: set } })
  const read = (key: string, id: string, by: TestClient) =>
    by.call('getRecord', { params: { ...form(key), id } })
  const undo = (id: string, by: TestClient, into = newSet()) =>
    by.call('undoChange', { params: { ...params, id }, body: { into } })
  const convert = async (by: TestClient, company = 'Northwind') => {
    const values = { name: 'Bo', company, phone: '+44 20 7946 0958' }
    const lead = await create('lead', values, newSet(), by)
    const set = newSet()
    const { created } = await by.call('convertRecord', {
      params: { ...form('lead'), id: lead.id, conversion: 'convert' },
      body: { version: lead.version },
      changeSet: { id: set },
    })
    const idOf = (step: string) => created[step]?.[0] ?? ''
    return { lead: lead.id, set, idOf }
  }
  return { world, owner, rep, form, create, read, undo, convert, [Symbol.asyncDispose]: world.close }
}

test('whoever may not delete takes back what he just made, and does it again', async () => {
  await using at = await setUp()
  const rep = at.rep.browser
  const set = newSet()
  const account = await at.create('account', { name: 'Mistaken' }, set, rep)
  const into = newSet()
  expect(await at.undo(set, rep, into)).toMatchObject({ done: [{ record: account.id }], refused: [] })
  expect((await at.read('account', account.id, at.owner)).deleted_at).not.toBeNull()
  expect(await at.undo(into, rep)).toMatchObject({ done: [{ record: account.id }], refused: [] })
  expect((await at.read('account', account.id, at.owner)).deleted_at).toBeNull()
})

test('what somebody worked on since, or what is older, stays where one may not delete', async () => {
  await using at = await setUp()
  const rep = at.rep.browser
  const [changed, old] = [newSet(), newSet()]
  const account = await at.create('account', { name: 'Worked on' }, changed, rep)
  await rep.call('updateRecord', {
    params: { ...at.form('account'), id: account.id },
    body: { version: account.version, values: { phone: '+44 20 7946 0000' } },
  })
  expect((await at.undo(changed, rep)).refused).toMatchObject([
    { record: account.id, title: 'Worked on', code: 'not-allowed' },
  ])
  const older = await at.create('account', { name: 'Older' }, old, rep)
  await query(
    at.world.databaseUrl,
    `update ws_acme._record_event set at = at - interval '20 minutes' where record = $1`,
    [older.id],
  )
  expect((await at.undo(old, rep)).refused).toMatchObject([{ record: older.id, code: 'not-allowed' }])
  expect((await at.read('account', older.id, rep)).deleted_at).toBeNull()
})

test('a conversion is one step: what it made goes, the record is as it was, and it can be done again', async () => {
  await using at = await setUp()
  const rep = at.rep.browser
  const { lead, set, idOf } = await at.convert(rep)
  const { changes } = await rep.call('listChanges', { params })
  expect(changes[0]).toMatchObject({ id: set, form: 'lead', records: 1, record: { id: lead, title: 'Bo' } })
  expect(changes[0]?.kinds).toContain('convert')
  const into = newSet()
  const step = await at.undo(set, rep, into)
  expect([step.left, step.refused, step.done.length]).toEqual([[], [], 4])
  const back = await at.read('lead', lead, rep)
  expect([back.values['status'], back.values['account']]).toEqual(['new', null])
  const gone = await Promise.all(
    ['account', 'contact', 'opportunity'].map((form) => at.read(form, idOf(form), at.owner)),
  )
  expect(gone.map(({ deleted_at }) => deleted_at === null)).toEqual([false, false, false])
  await at.undo(into, rep)
  const again = await at.read('lead', lead, rep)
  expect(again.values).toMatchObject({ status: 'converted', account: idOf('account') })
  expect((await at.read('opportunity', idOf('opportunity'), rep)).deleted_at).toBeNull()
})

test('a conversion stays as a whole where somebody worked on a part of it, who is named', async () => {
  await using at = await setUp()
  const rep = at.rep.browser
  const { lead, set, idOf } = await at.convert(rep)
  const deal = await at.read('opportunity', idOf('opportunity'), at.owner)
  await at.owner.call('updateRecord', {
    params: { ...at.form('opportunity'), id: deal.id },
    body: { version: deal.version, values: { need: 'More' } },
  })
  const { done, left } = await at.undo(set, rep)
  expect(done).toEqual([])
  expect(left).toMatchObject([{ form: 'opportunity', record: deal.id, field: null, reason: 'changed' }])
  expect(Object.keys(left[0] ?? {})).not.toContain('at')
  expect((await at.read('lead', lead, rep)).values['status']).toBe('converted')
  expect((await at.read('account', idOf('account'), rep)).deleted_at).toBeNull()
})

test('nobody takes back what another made or converted', async () => {
  await using at = await setUp()
  const { set } = await at.convert(at.rep.browser)
  expect((await at.owner.problem(at.undo(set, at.owner))).code).toBe('not-found')
})
