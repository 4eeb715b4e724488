import { fillCalculated } from '../publish/fill-calculated.ts'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entangled, runWriters } from './testing/ten-writers.ts'
import { now, testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'

// For a longer run: WRITER_SECONDS=60 vitest run ten-writers
const seconds = Number(process.env['WRITER_SECONDS'] ?? 0)
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), entangled)
})
afterAll(() => space.close())

const everything = async () => {
  const { schema } = space.workspace
  const tables = entangled.forms.map(({ key }) => key)
  const rows = await Promise.all(
    tables.map((table) =>
      space.database.query({ text: `select * from ${schema}.${table} order by id`, values: [] }),
    ),
  )
  return Object.fromEntries(tables.map((table, position) => [table, rows[position]]))
}

test(
  'ten writers, torn connections among them, leave every calculated cell as a fresh computation has it',
  { timeout: 60_000 + seconds * 2000 },
  async () => {
    const long = seconds > 0
    const result = await runWriters(space, {
      writers: 10,
      changes: long ? Number.MAX_SAFE_INTEGER : 30,
      seconds: long ? seconds : 20,
      seed: 7,
    })
    expect(result.done).toBeGreaterThan(50)
    expect(result.kills).toBeGreaterThan(0)
    const kept = await everything()
    const recalculate = entangled.forms.flatMap(({ key, fields }) =>
      fields.filter((field) => 'resultType' in field).map((field) => ({ form: key, field: field.key })),
    )
    await space.database.transaction((tx) =>
      fillCalculated(
        tx,
        space.workspace,
        entangled,
        { steps: [], recalculate, reindexSearch: [] },
        { by: null, now, revision: 1 },
      ),
    )
    expect(await everything()).toEqual(kept)
    if (long) process.stdout.write(`${JSON.stringify(result)}, ${kept['deal']?.length} deals\n`)
  },
)
