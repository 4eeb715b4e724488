import { freshDatabase } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Migration } from './migration.ts'
import { migrate } from './migrate.ts'
import { systemMigrations } from './system-migrations.ts'

const now = '2026-11-21T00:00:00.000Z'

async function withDatabases(
  count: number,
  work: (databases: ReturnType<typeof connect>[]) => Promise<void>,
) {
  await using fresh = await freshDatabase()
  const databases = Array.from({ length: count }, () => connect({ url: fresh.url, poolSize: 1 }))
  try {
    await work(databases)
  } finally {
    await Promise.all(databases.map((database) => database.close()))
  }
}

const applied = { text: 'select number from system._migration order by number', values: [] }

test('processes that start together migrate once', async () => {
  await withDatabases(4, async (databases) => {
    await Promise.all(databases.map((database) => migrate(database, { now })))
    expect(await databases[0]!.query(applied)).toEqual(systemMigrations.map(({ number }) => ({ number })))
  })
})

test('a migration that fails half-way leaves the version before it, and the next start goes on', async () => {
  const good: Migration = { number: 1, name: 'one', statements: ['create table one (id int)'] }
  const broken: Migration = {
    number: 2,
    name: 'two',
    statements: ['create table two (id int)', 'select 1/0'],
  }
  const mended: Migration = { ...broken, statements: ['create table two (id int)'] }
  const tail = ['create table if not exists workspace (key text, schema text)']
  await withDatabases(1, async ([database]) => {
    const base = { ...good, statements: [...good.statements, ...tail] }
    await expect(migrate(database!, { now, system: [base, broken] })).rejects.toThrow('22012')
    expect(await database!.query(applied)).toEqual([{ number: 1 }])
    await migrate(database!, { now, system: [base, mended] })
    expect(await database!.query(applied)).toEqual([{ number: 1 }, { number: 2 }])
  })
})

test('a schema of a newer version is refused', async () => {
  await withDatabases(1, async ([database]) => {
    await migrate(database!, { now })
    await database!.query({ text: `insert into system._migration values (99, 'later', now())`, values: [] })
    await expect(migrate(database!, { now })).rejects.toThrow('newer version')
  })
})
