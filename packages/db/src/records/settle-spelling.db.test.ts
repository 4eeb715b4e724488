import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { searchAll } from './search-records.ts'
import { settleSpelling } from './settle-spelling.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

let space: TestWorkspace
beforeAll(async () => {
  provideEngines(heavyEngines)
  space = await testWorkspace(await freshDatabase())
})
afterAll(() => space.close())

const run = (text: string) => space.database.query({ text, values: [] })

test('records that were stored before are found by pinyin once the job went through them, also after a stop', async () => {
  const scene = space.scene('admin')
  const made = await writeTransaction(space.database, (tx) =>
    createRecord(tx, scene, 'account', { values: { name: '龙井茶业' } }, { type: 'person' }),
  )
  expect(made.ok).toBe(true)
  const { schema } = space.workspace
  await run(`update ${schema}.account set _grams = '{}', _sought = null`)
  await run(`insert into ${schema}._spelling_work (form_table) values ('account'), ('gone')`)
  const currentApp = async () => scene.app
  await settleSpelling(space.database, space.workspace, { currentApp, isStopping: () => true })
  expect(await searchAll(space.database, scene, 'longjing')).toEqual([])
  await settleSpelling(space.database, space.workspace, { currentApp, isStopping: () => false })
  expect(await searchAll(space.database, scene, 'longjing')).toMatchObject([
    { form: 'account', hits: [{ title: '龙井茶业', marks: [[0, 2]] }] },
  ])
  expect(await run(`select * from ${schema}._spelling_work`)).toEqual([])
})
