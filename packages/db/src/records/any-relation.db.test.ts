import { maskDefinition } from '@pipewright/compiler'
import {
  aForm,
  aFormulaField,
  anAnyRelationField,
  anApp,
  aRight,
  aRole,
  aTextField,
} from '@pipewright/metadata/builders'
import type { AnyRelationField, AppDefinition, Field, RollupField } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHistory } from '../ledger/history.ts'
import { describeImpact } from '../publish/describe-impact.ts'
import { publish } from '../publish/publish.ts'
import { runReport } from '../reports/run-report.ts'
import { createRecord } from './create-records.ts'
import { deleteRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import { queryRecords } from './query-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const calls: RollupField = {
  type: 'rollup',
  key: 'calls',
  label: { en: 'Calls' },
  form: 'activity',
  relation: 'regarding.account',
  function: 'count',
  resultType: 'number',
  scale: 0,
}
const about = (key: string, given: Partial<AnyRelationField> = {}): AnyRelationField =>
  anAnyRelationField({
    key,
    targets: [{ form: 'lead' }, { form: 'account', filter: { ne: [{ var: 'city' }, 'Atlantis'] } }],
    ...given,
  })
const activityFields: Field[] = [
  aTextField(),
  about('regarding', {
    targets: [
      { form: 'lead', fill: [{ from: 'name', to: 'contact' }] },
      {
        form: 'account',
        filter: { ne: [{ var: 'city' }, 'Atlantis'] },
        fill: [
          { from: 'name', to: 'contact' },
          { from: 'city', to: 'town', lock: true },
        ],
      },
    ],
  }),
  aTextField({ key: 'contact' }),
  aTextField({ key: 'town' }),
  about('loose', { onDelete: 'clear' }),
  about('bound', { onDelete: 'delete' }),
  aFormulaField({ key: 'place', expression: { var: 'regarding.account.city' }, resultType: 'text' }),
]
const definition = anApp({
  forms: [
    aForm({ key: 'lead', label: { en: 'Lead', zh: '线索' } }),
    aForm({
      key: 'account',
      label: { en: 'Account', zh: '客户' },
      fields: [aTextField(), aTextField({ key: 'city' }), calls],
    }),
    aForm({ key: 'activity', fields: activityFields }),
  ],
  roles: [
    aRole({
      forms: [
        aRight({ form: 'activity', write: ['name', 'regarding'] }),
        aRight({
          form: 'account',
          actions: ['read'],
          scope: { type: 'condition', condition: { ne: [{ var: 'city' }, 'Hidden'] } },
          write: [],
        }),
      ],
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

type Who = 'admin' | 'rep'
const create = (form: string, values: unknown, who: Who = 'admin', at = space) =>
  writeTransaction(at.database, (tx) => createRecord(tx, at.scene(who), form, { values }, person))
async function made(form: string, values: unknown, at = space): Promise<string> {
  const outcome = await create(form, values, 'admin', at)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}
const read = async (form: string, id: string, who: Who = 'admin') => {
  const found = await getRecord(space.database, space.scene(who), form, id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}
const remove = (form: string, id: string, version = 1) =>
  writeTransaction(space.database, (tx) => deleteRecord(tx, space.scene('admin'), form, id, version, person))
const find = async (query: object) => {
  const page = await queryRecords(space.database, space.scene('admin'), 'activity', query)
  return page.ok ? page.rows.map(({ title }) => title) : page
}

test('a record of any of the forms is named, with its title, and any SQL tool can join it', async () => {
  const [lead, account] = [
    await made('lead', { name: 'Ada' }),
    await made('account', { name: 'Acme', city: 'Suzhou' }),
  ]
  const call = await made('activity', { name: 'Call', regarding: { form: 'account', id: account } })
  const mail = await made('activity', { name: 'Mail', regarding: `lead:${lead}` })
  expect(await read('activity', call)).toMatchObject({
    values: { regarding: { form: 'account', id: account }, place: 'Suzhou' },
    titles: { [account]: 'Acme' },
  })
  expect(await read('activity', mail)).toMatchObject({ values: { place: null }, titles: { [lead]: 'Ada' } })
  const rows = await space.database.query({
    text: `select v.name, a.name as account, l.name as lead from ws_test.activity v left join ws_test.account a on a.id = v.regarding_account left join ws_test.lead l on l.id = v.regarding_lead where v.id = any($1) order by v.name`,
    values: [[call, mail]],
  })
  expect(rows).toEqual([
    { name: 'Call', account: 'Acme', lead: null },
    { name: 'Mail', account: null, lead: 'Ada' },
  ])
  await expect(
    space.database.query({
      text: `update ws_test.activity set regarding = jsonb_build_object('form', 'lead', 'id', $1::text, 'lead', $1::text) where id = $2`,
      values: [crypto.randomUUID(), mail],
    }),
  ).rejects.toThrow('foreign key')
})

test('records are found by what they name, by its form and by conditions on it, and are put in order by title', async () => {
  const [lead, account] = [
    await made('lead', { name: 'Zoe' }),
    await made('account', { name: 'Best', city: 'Wuxi' }),
  ]
  await made('activity', { name: 'f1', regarding: { form: 'lead', id: lead } })
  await made('activity', { name: 'f2', regarding: { form: 'account', id: account } })
  await made('activity', { name: 'f3' })
  const mine = { startsWith: [{ var: 'name' }, 'f'] }
  const sort = [{ field: 'regarding', direction: 'asc' }]
  const where = (condition: object) => find({ filter: { and: [mine, condition] }, sort })
  expect(await where({ eq: [{ var: 'regarding.form' }, 'lead'] })).toEqual(['f1'])
  expect(await where({ in: [{ var: 'regarding' }, [`lead:${lead}`, `account:${account}`]] })).toEqual([
    'f2',
    'f1',
  ])
  expect(await where({ eq: [{ var: 'regarding.account.city' }, 'Wuxi'] })).toEqual(['f2'])
  expect(await where({ eq: [{ var: 'regarding.lead' }, lead] })).toEqual(['f1'])
  expect(await where({ isEmpty: [{ var: 'regarding' }] })).toEqual(['f3'])
})

test('what may not be seen cannot be chosen and has no title; what is no target is refused at its place', async () => {
  const hidden = await made('account', { name: 'Secret', city: 'Hidden' })
  const lost = await made('account', { name: 'Lost', city: 'Atlantis' })
  const refusal = async (regarding: unknown, who: Who = 'admin') => {
    const outcome = await create('activity', { name: 'x', regarding }, who)
    return outcome.ok ? 'made' : outcome.problem.errors?.[0]
  }
  expect(await refusal({ form: 'account', id: hidden }, 'rep')).toMatchObject({
    pointer: '/values/regarding',
    code: 'no-such-record',
  })
  expect(await refusal({ form: 'account', id: lost })).toMatchObject({
    pointer: '/values/regarding',
    code: 'not-eligible',
  })
  expect(await refusal({ form: 'activity', id: hidden })).toMatchObject({ pointer: '/values/regarding/form' })
  expect(await refusal({ form: 'account', id: 'Acme' })).toMatchObject({ pointer: '/values/regarding/id' })
  expect(await refusal({ form: 'lead', id: hidden })).toMatchObject({ code: 'no-such-record' })
  const call = await made('activity', { name: 'Call', regarding: { form: 'account', id: hidden } })
  expect((await read('activity', call, 'rep')).titles).not.toHaveProperty(hidden)
})

test('who may not read one of the forms hears nothing of it, and finds nothing by it', async () => {
  const { app, rights } = space.scene('rep')
  const fields = maskDefinition(app.definition, rights).forms.find(({ key }) => key === 'activity')?.fields
  expect(fields?.find(({ key }) => key === 'regarding')).toMatchObject({ targets: [{ form: 'account' }] })
  const ask = (path: string) =>
    queryRecords(space.database, space.scene('rep'), 'activity', { filter: { notEmpty: [{ var: path }] } })
  expect((await ask('regarding.account')).ok).toBe(true)
  expect(await ask('regarding.lead')).toMatchObject({ ok: false })
  expect(await ask('regarding.lead.name')).toMatchObject({ ok: false })
})

test('reports group by the form that is named, by the record of one form, and by what lies behind it', async () => {
  const account = await made('account', { name: 'Report Co', city: 'Nanjing' })
  await made('activity', { name: 'r', regarding: { form: 'account', id: account } })
  const by = async (field: string) => {
    const outcome = await runReport(space.database, space.scene('admin'), {
      key: 'r',
      form: 'activity',
      label: { en: 'x' },
      chart: 'table',
      dimensions: [{ field }],
      measures: [{ key: 'n', label: { en: 'x' }, function: 'count' }],
      filter: { eq: [{ var: 'name' }, 'r'] },
    })
    return outcome.ok ? outcome.answer : outcome
  }
  expect(JSON.stringify(await by('regarding.form'))).toContain('"account"')
  expect(JSON.stringify(await by('regarding.account'))).toContain('Report Co')
  expect(JSON.stringify(await by('regarding.account.city'))).toContain('Nanjing')
})

test('what is picked fills fields in, each form in its own way; what is sent stays unless it is locked', async () => {
  const lead = await made('lead', { name: 'Ada' })
  const account = await made('account', { name: 'Acme', city: 'Suzhou' })
  const made1 = await made('activity', { name: 'a', regarding: { form: 'lead', id: lead } })
  expect((await read('activity', made1)).values).toMatchObject({ contact: 'Ada', town: null })
  const regarding = { form: 'account', id: account }
  const made2 = await made('activity', { name: 'b', regarding, contact: 'Me', town: 'Elsewhere' })
  expect((await read('activity', made2)).values).toMatchObject({ contact: 'Me', town: 'Suzhou' })
})

test('totals over those that name a record follow, also when they come to name one of another form', async () => {
  const [lead, account] = [await made('lead', { name: 'Lea' }), await made('account', { name: 'Acme' })]
  const call = await made('activity', { name: 'Call', regarding: { form: 'account', id: account } })
  expect((await read('account', account)).values['calls']).toBe('1')
  const moved = await writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene('admin'),
      'activity',
      call,
      { version: 1, values: { regarding: { form: 'lead', id: lead } } },
      person,
    ),
  )
  expect(moved.ok).toBe(true)
  expect((await read('account', account)).values['calls']).toBe('0')
  const history = await readHistory(space.database, space.scene('admin'), 'activity', call)
  expect(history).toMatchObject({
    events: [{ changes: expect.arrayContaining([expect.objectContaining({ field: 'regarding' })]) }, {}],
    titles: { [lead]: 'Lea', [account]: 'Acme' },
  })
})

test('a deleted record is held, let go, or takes those that name it along', async () => {
  const aLead = () => made('lead', { name: 'Lead' })
  const [held, loose, bound] = [await aLead(), await aLead(), await aLead()]
  await made('activity', { name: 'a', regarding: { form: 'lead', id: held } })
  expect(await remove('lead', held)).toEqual({ ok: false, problem: { code: 'in-use' } })
  const one = await made('activity', { name: 'b', loose: { form: 'lead', id: loose } })
  expect((await remove('lead', loose)).ok).toBe(true)
  expect((await read('activity', one)).values['loose']).toBeNull()
  const two = await made('activity', { name: 'c', bound: { form: 'lead', id: bound } })
  expect((await remove('lead', bound)).ok).toBe(true)
  expect((await read('activity', two)).deleted_at).not.toBeNull()
})

test('a form that is no longer named keeps its values aside, is told beforehand, and comes back with them', async () => {
  const own = await testWorkspace(await freshDatabase(), definition)
  const lead = await made('lead', { name: 'Lea' }, own)
  const call = await made('activity', { name: 'Call', regarding: { form: 'lead', id: lead } }, own)
  const without: AppDefinition = {
    ...definition,
    forms: definition.forms.map((form) =>
      form.key !== 'activity'
        ? form
        : {
            ...form,
            fields: activityFields.map((field) =>
              field.key === 'regarding' ? about('regarding', { targets: [{ form: 'account' }] }) : field,
            ),
          },
    ),
  }
  const impact = await describeImpact(own.database, own.workspace, definition, without)
  expect(impact.changes.flatMap(({ effects }) => effects)).toMatchObject([
    { code: 'target-parked', severity: 'warning', count: 1 },
  ])
  const go = (next: AppDefinition, base: number) =>
    publish(own.database, own.workspace, {
      definition: next,
      base,
      by: null,
      changes: [],
      now: '2026-11-22T08:00:00.000Z',
    })
  const stored = async () => {
    const [row] = await own.database.query<{ regarding: unknown }>({
      text: 'select regarding from ws_test.activity where id = $1',
      values: [call],
    })
    return row?.regarding
  }
  expect((await go(without, 1)).ok).toBe(true)
  expect(await stored()).toBeNull()
  expect((await go(definition, 2)).ok).toBe(true)
  expect(await stored()).toMatchObject({ form: 'lead', id: lead })
  await own.close()
})
