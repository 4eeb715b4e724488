import { aForm, anApp, aRelationField, aTextField } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../connection/connection.ts'
import { createRecord } from '../records/create-records.ts'
import { counting, testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { mappedColumns, rowReader } from './read-file-rows.ts'
import { stagedImports } from './testing/staged-imports.ts'

const relation = aRelationField({ key: 'account', form: 'account' })
const definition = anApp({
  forms: [aForm({ key: 'account' }), aForm({ key: 'deal', fields: [aTextField(), relation] })],
})
let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

const made = async (name: string) => {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), 'account', { values: { name } }, { type: 'person' }),
  )
  return outcome.ok ? outcome.record.id : ''
}

test('a name that an earlier batch of rows had is not looked for again, also one that nothing has', async () => {
  const [acme, tide] = [await made('Acme'), await made('Tide')]
  const scene = space.scene('admin')
  const names = [{ name: 'Account', samples: [] }]
  const columns = mappedColumns(scene, 'deal', names as never, [{ column: 0, field: 'account' }])
  const read = rowReader(scene, columns, 1)
  const asked = async (...cells: string[]) => {
    const connection = counting(space.database)
    const rows = await read(
      connection,
      cells.map((cell, row) => ({ row, cells: [cell] }) as never),
    )
    const found = rows.map(({ values, problems }) => values['account'] ?? problems[0]?.code)
    return { found, statements: connection.statements.length }
  }
  expect(await asked('Acme', 'Nobody', 'ACME')).toEqual({
    found: [acme, 'not-matched', acme],
    statements: 1,
  })
  expect(await asked('ａｃｍｅ', 'nobody')).toEqual({ found: [acme, 'not-matched'], statements: 0 })
  expect(await asked('Tide', 'Acme')).toEqual({ found: [tide, acme], statements: 1 })
})

test('what the rows of all batches name is looked for once, ahead of the first', async () => {
  const known = await made('Far Shore')
  const searches: string[] = []
  const watched: Database = {
    ...space.database,
    session: (work) =>
      space.database.session((session) =>
        work({
          ...session,
          query: (statement) => {
            if (/"account".*lower\(normalize/s.test(statement.text)) searches.push(statement.text)
            return session.query(statement)
          },
        }),
      ),
  }
  const rows = Array.from({ length: 1200 }, (_, n) => [`Deal ${n}`, n === 1100 ? 'far  shore' : `No ${n}`])
  const job = await stagedImports(space).checked(
    'deal',
    [{ field: 'name' }, { field: 'account' }],
    rows,
    watched,
  )
  expect(job).toMatchObject({ state: 'checked', bad: 1199 })
  expect(searches).toHaveLength(1)
  const [found] = await space.database.query<{ account: string }>({
    text: `select "values" ->> 'account' as account from ws_test._import_row where import = $1 and row = 1102`,
    values: [job.id],
  })
  expect(found?.account).toBe(known)
})
