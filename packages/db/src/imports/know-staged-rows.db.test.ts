import { aForm, anApp } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { stagedImports } from './testing/staged-imports.ts'

let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), anApp({ forms: [aForm({ key: 'lead' })] }))
})
afterAll(() => space.close())

const known = async () => {
  const [row] = await space.database.query<{ count: number }>({
    text: `select count(*)::int as count from pg_stats where schemaname = 'ws_test' and tablename = '_import_row' and attname = 'row'`,
    values: [],
  })
  return row?.count
}

const check = (count: number) =>
  stagedImports(space).checked(
    'lead',
    [{ field: 'name' }],
    Array.from({ length: count }, (_, n) => [`Lead ${n}`]),
  )

test('before many rows are checked the planner learns of them, and few are not worth it', async () => {
  expect(await check(10)).toMatchObject({ state: 'checked', bad: 0 })
  expect(await known()).toBe(0)
  expect(await check(5000)).toMatchObject({ state: 'checked', bad: 0 })
  expect(await known()).toBe(1)
})
