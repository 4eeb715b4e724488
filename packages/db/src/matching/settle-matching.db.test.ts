import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '../records/create-records.ts'
import { findMatches } from '../records/find-matches.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { settleMatching } from './settle-matching.ts'

let space: TestWorkspace
beforeAll(async () => {
  provideEngines(heavyEngines)
  space = await testWorkspace(await freshDatabase())
})
afterAll(() => space.close())

const run = (text: string) => space.database.query({ text, values: [] })
const make = async (member: 'admin' | 'other', name: string, rest: object = {}) =>
  expect(
    await writeTransaction(space.database, (tx) =>
      createRecord(tx, space.scene(member), 'account', { values: { name, ...rest } }, { type: 'person' }),
    ),
  ).toMatchObject({ ok: true })
const titles = async (values: object, member: 'admin' | 'rep' = 'admin') => {
  const found = await findMatches(space.database, space.scene(member), 'account', { values: { ...values } })
  return found.ok ? found.matches.map(({ title, sure }) => `${title} ${sure}`) : []
}

test('records that were stored before are compared once the job went through them, also after a stop', async () => {
  await make('admin', '龍井茶業股份有限公司', {
    phone: '+86 138 0000 1111',
    website: 'https://www.longjing.cn',
  })
  expect(await titles({ name: '龙井茶业（杭州）有限公司' })).toEqual(['龍井茶業股份有限公司 likely'])
  const { schema } = space.workspace
  await run(`update ${schema}.account set _match = null`)
  await run(`insert into ${schema}._match_work (form_table) values ('account'), ('gone')`)
  const currentApp = async () => space.scene('admin').app
  await settleMatching(space.database, space.workspace, { currentApp, isStopping: () => true })
  expect(await titles({ name: '龙井茶业' })).toEqual([])
  await settleMatching(space.database, space.workspace, { currentApp, isStopping: () => false })
  expect(await run(`select * from ${schema}._match_work`)).toEqual([])
  for (const values of [{ name: '龙井茶业' }, { phone: '13800001111' }, { website: 'longjing.cn/about' }])
    expect(await titles(values)).toEqual(['龍井茶業股份有限公司 likely'])
  expect(await titles({ name: '龙景茶叶有限公司' })).toEqual([])
  expect(await titles({ name: '龙景茶业股份有限公司' })).toEqual(['龍井茶業股份有限公司 possible'])
})

test('a record one may not see is not told, unless the form says that its owner is', async () => {
  await make('other', 'Secret Trade Ltd', { phone: '13811112222' })
  expect(await titles({ phone: '13811112222' })).toEqual(['Secret Trade Ltd likely'])
  const rep = space.scene('rep')
  const asked = { values: { phone: '13811112222' } }
  expect(await findMatches(space.database, rep, 'account', asked)).toEqual({
    ok: true,
    matches: [],
    more: false,
    hidden: [],
  })
  const account = rep.app.form('account')!
  const matching = { ...account.form.matching!, tellHidden: true }
  const telling = {
    ...rep,
    app: { ...rep.app, form: () => ({ ...account, form: { ...account.form, matching } }) },
  }
  expect(await findMatches(space.database, telling, 'account', asked)).toMatchObject({
    matches: [],
    hidden: [expect.any(String)],
  })
})
