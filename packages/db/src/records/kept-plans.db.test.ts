import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection, Transacting } from '../connection/connection.ts'
import { createRecord } from './create-records.ts'
import { queryRecords } from './query-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'

let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
  const { schema } = space.workspace
  await space.database.query({
    text: `insert into ${schema}.account (id, name, owner, version, created_at, updated_at, _grams)
      select gen_random_uuid(), 'Account ' || n, $1, 1, now(), now(), '{}' from generate_series(1, 3000) as n`,
    values: [space.members.admin],
  })
  await space.database.query({ text: `analyze ${schema}.account`, values: [] })
})
afterAll(() => space.close())

/** PostgreSQL plans a prepared statement with its values five times before it may keep one plan for all. */
const often = 8

interface Plans {
  readonly kept: number
  readonly once: number
}

async function plansOf(session: Connection, words: string): Promise<Plans | undefined> {
  const [plans] = await session.query<Plans>({
    text: `select generic_plans::int as kept, custom_plans::int as once from pg_prepared_statements
      where position($1 in statement) > 0 and position('pg_prepared' in statement) = 0`,
    values: [words],
  })
  return plans
}

const page = async (session: Transacting, member: 'admin' | 'rep', after?: string) => {
  const request = { columns: ['name'], sort: [{ field: 'name', direction: 'asc' as const }], after }
  const found = await queryRecords(session, space.scene(member), 'account', request)
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found
}

test('a page whose best way depends on nobody is planned once, wherever it begins', () =>
  space.database.session(async (session) => {
    let after: string | undefined
    for (let turn = 0; turn <= often; turn += 1) after = (await page(session, 'admin')).next ?? undefined
    expect((await plansOf(session, 'limit 51'))?.kept).toBeGreaterThan(0)
    for (let turn = 0; turn <= often; turn += 1)
      after = (await page(session, 'admin', after)).next ?? undefined
    expect((await plansOf(session, 'union all'))?.kept).toBeGreaterThan(0)
  }))

test('one whose rows depend on who reads it is planned for him each time', () =>
  space.database.session(async (session) => {
    for (let turn = 0; turn < often; turn += 1) await page(session, 'rep')
    expect(await plansOf(session, '"owner" =')).toEqual({ kept: 0, once: often })
  }))

test('what a write looks up of the one record it names is planned once', () =>
  space.database.session(async (session) => {
    const [account] = (await page(session, 'admin')).rows
    for (let turn = 0; turn < often; turn += 1)
      await session.transaction(async (tx) => {
        const values = { name: `Deal ${turn}`, account: account?.id }
        const made = await createRecord(
          tx,
          space.scene('admin'),
          'opportunity',
          { values },
          { type: 'person' },
        )
        if (!made.ok) throw new Error(JSON.stringify(made.problem))
      })
    expect((await plansOf(session, '"n0" as materialized'))?.kept).toBeGreaterThan(0)
  }))
