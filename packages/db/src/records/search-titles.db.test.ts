import { aForm, anApp, aRight, aRole, aTextField } from '@pipewright/metadata/builders'
import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quoteTable } from '../connection/quote-ident.ts'
import { createRecord } from './create-records.ts'
import { queryRecords } from './query-records.ts'
import { searchAll, searchTargets } from './search-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const fields = [aTextField(), aTextField({ key: 'note' })]
const definition = anApp({
  forms: [
    aForm({ key: 'account', fields, searchFields: ['name', 'note'] }),
    aForm({ key: 'lead', fields, searchFields: ['name', 'note'] }),
  ],
  roles: [
    aRole({
      forms: [
        aRight({ form: 'account', read: ['note'], write: [] }),
        aRight({ form: 'lead', read: ['name', 'note'], write: [] }),
      ],
    }),
  ],
})
let space: TestWorkspace

async function made(form: string, values: object): Promise<void> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), form, { values }, { type: 'person' }),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
}

beforeAll(async () => {
  provideEngines(heavyEngines)
  space = await testWorkspace(await freshDatabase(), definition)
  await made('account', { name: '  Linden  １６ ', note: '' })
  await made('account', { name: '華爲', note: '' })
  for (let number = 20; number < 28; number += 1) {
    await made('account', { name: `Linden ${number}`, note: 'step 16' })
    await made('account', { name: `华为 ${number}`, note: '' })
    await made('lead', { name: `Linden ${number}`, note: 'step 16' })
  }
  // What was changed long ago: beyond what is looked through without an index.
  const table = quoteTable(space.workspace.schema, 'account')
  await space.database.query({
    text: `update ${table} set updated_at = '2020-01-01', created_at = '2020-01-01' where note = ''`,
    values: [],
  })
})
afterAll(() => space.close())

const found = async (who: 'admin' | 'rep', search: string) =>
  (await searchAll(space.database, space.scene(who), search)).map(({ form, hits }) => ({
    form,
    titles: hits.map(({ title }) => title),
  }))

test('what is called just so comes first, and once, however much was changed after it', async () => {
  const [first, second] = await found('admin', 'linden 16')
  expect(first?.form).toBe('account')
  expect(first?.titles).toHaveLength(5)
  expect(first?.titles[0]?.trim()).toBe('Linden  １６')
  expect(second).toMatchObject({
    form: 'lead',
    titles: [expect.stringMatching(/^Linden 2/), ...Array(4).fill(expect.any(String))],
  })
  const [chinese] = await found('admin', '华为')
  expect(chinese?.titles[0]).toBe('華爲')
  expect(new Set(chinese?.titles).size).toBe(5)
})

test('a title that may not be read puts nothing first', async () => {
  const groups = await found('rep', 'linden 16')
  expect(groups.map(({ form }) => form)).toEqual(['lead'])
  const [byNote] = await searchAll(space.database, space.scene('rep'), 'step 16')
  expect(byNote?.hits).toHaveLength(5)
})

test('where one is picked, what is called so comes first, in one form or among several', async () => {
  const pick = { search: 'LINDEN  16', columns: [], limit: 3 }
  const titles = async (who: 'admin' | 'rep', form: string, namedFirst: boolean) => {
    const page = await queryRecords(space.database, space.scene(who), form, { ...pick, namedFirst })
    return page.ok ? page.rows.map(({ title }) => title.trim()) : page.problem
  }
  expect(await titles('admin', 'account', false)).not.toContain('Linden  １６')
  const first = await titles('admin', 'account', true)
  expect(first).toHaveLength(4)
  expect(first).toMatchObject({ 0: 'Linden  １６' })
  expect(await titles('admin', 'lead', true)).toHaveLength(3)
  const targets = [{ form: 'lead' }, { form: 'account' }]
  const found = await searchTargets(space.database, space.scene('admin'), {
    targets,
    search: 'linden 16',
    limit: 3,
  })
  const groups = found.ok ? found.groups : []
  expect(groups.map(({ form, hits }) => [form, hits.length])).toEqual([
    ['lead', 3],
    ['account', 3],
  ])
  expect(groups[1]?.hits[0]?.title.trim()).toBe('Linden  １６')
})
