import { expect, test } from 'vitest'
import { freshDatabase, type Template } from './database.ts'
import { query } from './query.ts'

test('two tests get two databases that know nothing of one another', async () => {
  await using one = await freshDatabase()
  await using two = await freshDatabase()
  await query(one.url, 'create table quote (id int)')
  const tables = await query(two.url, `select 1 from pg_tables where tablename = 'quote'`)
  expect(tables).toEqual([])
})

test('a dropped database is gone', async () => {
  const gone = await freshDatabase()
  await gone.drop()
  await expect(query(gone.url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

test('a template is prepared once, even when asked for by several at the same moment', async () => {
  let prepared = 0
  const template: Template = {
    name: 'prepared_once',
    prepare: async (url) => {
      prepared += 1
      await query(url, 'create table account as select 1 as id')
    },
  }
  const databases = await Promise.all([1, 2, 3].map(() => freshDatabase(template)))
  for (const { url } of databases) expect(await query(url, 'select id from account')).toEqual([{ id: 1 }])
  expect(prepared).toBe(1)
  await Promise.all(databases.map(({ drop }) => drop()))
})

test('a preparation that fails leaves no template behind', async () => {
  const failing: Template = { name: 'fails', prepare: () => Promise.reject(new Error('migration 3 failed')) }
  await expect(freshDatabase(failing)).rejects.toThrow('migration 3 failed')
  await expect(freshDatabase(failing)).rejects.toThrow('migration 3 failed')
})

test('Chinese text is found by trigrams', async () => {
  await using db = await freshDatabase()
  const [row] = await query(db.url, `select cardinality(show_trgm('客户续约')) as grams`)
  expect(row).toEqual({ grams: 5 })
})
