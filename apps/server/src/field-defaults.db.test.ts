import type { FieldValue } from '@pipewright/compiler'
import type { Client, Import } from '@pipewright/contract'
import { fieldTypes, fixedDefault } from '@pipewright/metadata'
import type { Edit, Field, Form } from '@pipewright/schemas'
import { appUnderTest, memberIdOf, ownerPerson, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, upload } from './resources/imports/testing/upload.ts'
import { allTypes, exampleOf, specimenApp, workspace } from './testing/specimen.ts'

const params = { workspace, form: 'starter' }
const label = { en: 'Starter', zh: '初始' }
const types = allTypes.filter(
  (type) => fieldTypes[type].writable && type !== 'lineItems' && type !== 'attachment',
)
const limits = {
  fileBytes: 1024 * 1024,
  heartbeatMs: 25_000,
  publicCallsPerMinute: 10_000,
  publicFillMs: 0,
}
type Wanted = Readonly<Record<string, FieldValue>>
type Owner = Awaited<ReturnType<AppUnderTest['owner']>>
type Values = Readonly<Record<string, unknown>>

/** A form, and rows in it, whose every field starts with the first value of the example of its type. */
function starterOf(fields: readonly Field[]): Form {
  const title: Field = { type: 'text', key: 'title', label }
  const columns = fields.filter(({ type }) => fieldTypes[type].canBeColumn)
  const rows: Field = { type: 'lineItems', key: 'rows', label, fields: columns as never }
  const all = [title, ...fields, rows]
  return {
    key: 'starter',
    label,
    labelPlural: label,
    titleField: 'title',
    fields: all,
    layout: { sections: [{ key: 'all', columns: 1, items: all.map(({ key }) => ({ field: key })) }] },
    publicForms: [{ key: 'page', label, fields: [{ field: 'title' }] }],
  }
}

async function publish(owner: Client, edits: readonly Edit[]): Promise<void> {
  const at = { params: { workspace } }
  const { version } = await owner.call('getDraft', at)
  const draft = await owner.call('editDraft', { ...at, body: { version, edits: [...edits] } })
  await owner.call('publishDraft', { ...at, body: { version: draft.version } })
}

let world: AppUnderTest
let owner: Owner
let wanted: Wanted

beforeAll(async () => {
  world = await appUnderTest({ prepared: 'workspace', limits })
  owner = await world.owner()
  const ada = await memberIdOf(world, workspace, ownerPerson.email)
  const bob = await signedInMember(world, { workspace, roles: ['rep'], name: 'Bob' })
  const { things } = await specimenApp(owner, [ada, bob.id])
  const firsts = await Promise.all(
    types.map(async (type) => {
      const { field, values } = exampleOf(type)
      const [first = null] = await values(things)
      return [{ ...field, default: fixedDefault(field, first) } as Field, first] as const
    }),
  )
  await publish(owner, [{ type: 'addForm', form: starterOf(firsts.map(([field]) => field)), rights: [] }])
  wanted = Object.fromEntries(firsts.map(([{ key }, first]) => [key, first]))
})
afterAll(() => world.close())

const create = async (values: object): Promise<Values> =>
  (await owner.call('createRecord', { params, body: { values: values as never } })).values

async function titled(title: string): Promise<Values> {
  const columns = Object.keys(wanted)
  const { rows } = await owner.call('queryRecords', {
    params,
    body: { columns, filter: { eq: [{ var: 'title' }, title] } },
  })
  expect(rows).toHaveLength(1)
  return rows[0]?.values ?? {}
}

async function imported(): Promise<Values> {
  const url = `/api/w/${workspace}/forms/starter/imports`
  const table = Buffer.from('title\nFrom a table\n')
  const { body: job } = await upload<Import>(owner, url, 'table.csv', table)
  const one = { params: { workspace, id: job.id } }
  const mapping = job.mapping.map((column) => ({ ...column, field: 'title' }))
  await owner.call('checkImport', { ...one, body: { mapping } })
  await settled(owner, workspace, job.id)
  await owner.call('commitImport', { ...one, body: { skipBad: false } })
  expect(await settled(owner, workspace, job.id)).toMatchObject({ state: 'done', error: null })
  return titled('From a table')
}

async function answered(): Promise<Values> {
  const { path } = await owner.call('putPublicLink', { params: { ...params, page: 'page' } })
  const token = path?.split('/').at(-1) ?? ''
  const stranger = world.client()
  const body = { device: randomBytes(18).toString('base64url'), locale: 'en' as const }
  const { ticket = '' } = await stranger.call('openPublicForm', { params: { workspace, token }, body })
  const url = `/api/p/${workspace}/${token}/answers`
  const values = { title: 'From a stranger' }
  const sent = await stranger.send({ method: 'POST', url, body: { ticket, values, locale: 'en' } })
  expect(sent.statusCode).toBe(201)
  return titled('From a stranger')
}

describe('every type of field that is filled in', () => {
  test('can start with a value', () => {
    expect(Object.keys(wanted)).toHaveLength(types.length)
    expect(Object.values(wanted)).not.toContain(null)
  })

  test('starts with its default where a record is made through the API', async () => {
    expect(await create({ title: 'From the API' })).toMatchObject(wanted)
  })

  test('starts with its default in a new row', async () => {
    const { rows } = await create({ title: 'With a row', rows: [{}] })
    const columns = types
      .filter((type) => fieldTypes[type].canBeColumn)
      .map((type) => exampleOf(type).field.key)
    const cells = Object.fromEntries(columns.map((key) => [key, wanted[key]]))
    expect(rows).toEqual([expect.objectContaining(cells)])
  })

  test('starts with its default in imported records and in answers of strangers', async () => {
    expect(await imported()).toMatchObject(wanted)
    expect(await answered()).toMatchObject(wanted)
  })

  test('stays empty where nothing is sent on purpose', async () => {
    const nothing = Object.fromEntries(Object.keys(wanted).map((key) => [key, null]))
    const made = await create({ title: 'Empty', ...nothing })
    const held = Object.keys(wanted).filter((key) => (made[key] ?? null) !== null && made[key] !== false)
    expect(held.filter((key) => !Array.isArray(made[key]) || (made[key] as unknown[]).length > 0)).toEqual([])
  })
})
