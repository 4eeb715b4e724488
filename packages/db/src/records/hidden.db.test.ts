import { maskDefinition } from '@pipewright/compiler'
import { freshDatabase } from '@pipewright/testing'
import type { Expression } from '@pipewright/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readHistory } from '../ledger/history.ts'
import { runReport } from '../reports/run-report.ts'
import { createRecord } from './create-records.ts'
import { deleteRecord, restoreRecord } from './delete-record.ts'
import { findMatches } from './find-matches.ts'
import { getRecord } from './get-record.ts'
import { previewConversion } from './preview-conversion.ts'
import { countRecords } from './count-records.ts'
import { queryRecords } from './query-records.ts'
import { readBoard } from './read-board.ts'
import { searchAll } from './search-records.ts'
import { testWorkspace, templateDefinition, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
let space: TestWorkspace
/** Records of "rep"; `foreign` are those of "other". */
const own: Record<string, string> = {}
const foreign: Record<string, string> = {}

async function made(member: 'admin' | 'rep' | 'other', form: string, values: unknown) {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene(member), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

/** The words only an administrator or the other rep may see. */
const secret = /SECRET|4321\.00|8642|秘密/

/** An id may hold any four digits, those of a secret amount too. */
const withoutIds = (answer: unknown): string =>
  JSON.stringify(answer).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')

beforeAll(async () => {
  const definition = templateDefinition()
  const opportunity = definition.forms.find((form) => form.key === 'opportunity')!
  // A search and match field that the rep may not read must betray nothing either.
  const forms = definition.forms.map((form) =>
    form === opportunity
      ? {
          ...form,
          fields: [...form.fields, { type: 'text' as const, key: 'hidden_note', label: { en: 'Hidden' } }],
          searchFields: [...(form.searchFields ?? []), 'hidden_note'],
          matchFields: ['hidden_note', 'name'],
        }
      : form,
  )
  space = await testWorkspace(await freshDatabase(), { ...definition, forms })
  for (const [member, into] of [
    ['rep', own],
    ['other', foreign],
  ] as const) {
    const word = member === 'rep' ? 'Open' : 'SECRET'
    into['account'] = await made(member, 'account', { name: `${word} account`, industry: 'machinery' })
    into['opportunity'] = await made(member, 'opportunity', {
      name: `${word} deal`,
      account: into['account'],
      amount: '1000',
      need: word,
    })
    into['lead'] = await made(member, 'lead', {
      name: `${word} lead`,
      company: `${word} company`,
      source: 'website',
    })
  }
  await writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene('admin'),
      'opportunity',
      own['opportunity']!,
      { version: 1, values: { cost: '4321', hidden_note: 'SECRET note' } },
      person,
    ),
  )
})
afterAll(() => space.close())

const rep = () => space.scene('rep')

const fieldPaths: Readonly<Record<string, (field: string) => Promise<unknown>>> = {
  select: (field) => queryRecords(space.database, rep(), 'opportunity', { columns: [field] }),
  'select through a relation': (field) =>
    queryRecords(space.database, rep(), 'quote', { columns: [`opportunity.${field}`] }),
  filter: (field) =>
    queryRecords(space.database, rep(), 'opportunity', { filter: { notEmpty: [{ var: field }] } }),
  'filter through a relation': (field) =>
    queryRecords(space.database, rep(), 'quote', { filter: { notEmpty: [{ var: `opportunity.${field}` }] } }),
  sort: (field) =>
    queryRecords(space.database, rep(), 'opportunity', { sort: [{ field, direction: 'asc' }] }),
  count: (field) =>
    countRecords(space.database, rep(), 'opportunity', { filter: { notEmpty: [{ var: field }] } }),
  'board sum': (field) => readBoard(space.database, rep(), 'opportunity', { field: 'stage', sums: [field] }),
  'board field': (field) => readBoard(space.database, rep(), 'opportunity', { field }),
  'board columns': (field) =>
    readBoard(space.database, rep(), 'opportunity', { field: 'stage', columns: [field] }),
  'report measure': (field) =>
    runReport(space.database, rep(), {
      key: 'r',
      form: 'opportunity',
      label: {},
      chart: 'number',
      dimensions: [],
      measures: [{ key: 'm', label: {}, function: 'max', field }],
    }),
  'report dimension': (field) =>
    runReport(space.database, rep(), {
      key: 'r',
      form: 'opportunity',
      label: {},
      chart: 'bar',
      dimensions: [{ field }],
      measures: [{ key: 'm', label: {}, function: 'count' }],
    }),
  'report filter': (field) =>
    runReport(
      space.database,
      rep(),
      {
        key: 'r',
        form: 'opportunity',
        label: {},
        chart: 'number',
        dimensions: [],
        measures: [{ key: 'm', label: {}, function: 'count' }],
      },
      { notEmpty: [{ var: field }] },
    ),
  matches: (field) =>
    findMatches(space.database, rep(), 'opportunity', {
      values: { [field]: 'SECRET note' },
      fields: [field],
    }),
  create: (field) =>
    writeTransaction(space.database, (tx) =>
      createRecord(tx, rep(), 'opportunity', { values: { name: 'x', [field]: '1' } }, person),
    ),
  update: (field) =>
    writeTransaction(space.database, (tx) =>
      updateRecord(
        tx,
        rep(),
        'opportunity',
        own['opportunity']!,
        { version: 2, values: { [field]: '1' } },
        person,
      ),
    ),
}

describe.each(['cost', 'margin', 'hidden_note'])(
  'the hidden field %s is answered as one that does not exist',
  (field) => {
    test.each(Object.keys(fieldPaths))('%s', async (path) => {
      const ask = fieldPaths[path]!
      const hidden = JSON.stringify(await ask(field)).replaceAll(field, 'nothing_such')
      expect(hidden).toBe(JSON.stringify(await ask('nothing_such')))
      expect(withoutIds(hidden)).not.toMatch(secret)
    })
  },
)

test('AZ-04: nothing of another rep is counted, found, listed or opened', async () => {
  const scene = rep()
  const filter: Expression = { contains: [{ var: 'name' }, 'SECRET'] }
  for (const form of ['opportunity', 'account', 'lead']) {
    expect(await countRecords(space.database, scene, form, {})).toMatchObject({ count: 1 })
    expect(await countRecords(space.database, scene, form, { filter })).toMatchObject({ count: 0 })
    expect(await countRecords(space.database, scene, form, { search: 'SECRET' })).toMatchObject({ count: 0 })
    expect(await getRecord(space.database, scene, form, foreign[form]!)).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    })
    expect(await readHistory(space.database, scene, form, foreign[form]!)).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    })
    const change = await writeTransaction(space.database, (tx) =>
      updateRecord(tx, scene, form, foreign[form]!, { version: 1, values: {} }, person),
    )
    expect(change).toEqual({ ok: false, problem: { code: 'not-found' } })
  }
  expect(await searchAll(space.database, scene, 'SECRET')).toEqual([])
  expect(await findMatches(space.database, scene, 'account', { values: { name: 'SECRET account' } })).toEqual(
    {
      ok: true,
      matches: [],
      more: false,
      hidden: [],
    },
  )
  const board = await readBoard(space.database, scene, 'opportunity', { field: 'stage', sums: ['amount'] })
  expect(board).toMatchObject({ columns: [{ count: 1, sums: { amount: '1000.00' } }, {}, {}, {}, {}, {}] })
  const preview = await space.database.transaction((tx) =>
    previewConversion(tx, scene, 'lead', own['lead']!, 'convert'),
  )
  expect(preview).toMatchObject({ ok: true })
  expect(withoutIds(preview)).not.toMatch(secret)
})

test('AZ-05: a record shows neither hidden values, nor their changes, nor the title of a hidden target', async () => {
  const scene = rep()
  // The administrator links the rep's deal to an account that the rep may not see.
  await writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene('admin'),
      'opportunity',
      own['opportunity']!,
      { version: 2, values: { account: foreign['account'] } },
      person,
    ),
  )
  const record = await getRecord(space.database, scene, 'opportunity', own['opportunity']!)
  expect(record).toMatchObject({ ok: true, record: { values: { name: 'Open deal' } } })
  const page = await queryRecords(space.database, scene, 'opportunity', {
    columns: ['account', 'account.name', 'account.industry'],
    sort: [{ field: 'account.name', direction: 'asc' }],
  })
  expect(page).toMatchObject({
    ok: true,
    rows: [{ values: { 'account.name': null, 'account.industry': null } }],
  })
  const history = await readHistory(space.database, scene, 'opportunity', own['opportunity']!)
  const found = await queryRecords(space.database, scene, 'opportunity', {
    filter: { eq: [{ var: 'account.industry' }, 'machinery'] },
  })
  expect(found).toMatchObject({ ok: true, rows: [] })
  const stale = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, scene, 'opportunity', own['opportunity']!, { version: 1, values: {} }, person),
  )
  expect(stale).toEqual({ ok: false, problem: { code: 'stale-version', version: 3, changed: ['account'] } })
  for (const answer of [record, page, history]) {
    expect(withoutIds(answer)).not.toMatch(secret)
    expect(withoutIds(answer)).not.toMatch(/"(cost|margin|hidden_note)"/)
  }
})

test('AZ-05, AZ-07: relations point only to what may be seen, and the owner can neither give away nor take', async () => {
  const write = (values: unknown, owner?: string) =>
    writeTransaction(space.database, (tx) =>
      updateRecord(
        tx,
        rep(),
        'lead',
        own['lead']!,
        owner === undefined ? { version: 1, values } : { version: 1, values, owner },
        person,
      ),
    )
  const hidden = await write({ account: foreign['account'] })
  expect(hidden).toEqual({
    ok: false,
    problem: { code: 'invalid', errors: [{ pointer: '/values/account', code: 'no-such-record' }] },
  })
  expect(await write({ account: '01900000-0000-7000-8000-000000000000' })).toEqual(hidden)
  expect(await write({}, space.members.other)).toEqual({ ok: false, problem: { code: 'not-allowed' } })
  expect(await write({ owner: space.members.other })).toMatchObject({
    problem: { errors: [{ code: 'not-writable' }] },
  })
  const deleted = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, rep(), 'lead', own['lead']!, 1, person),
  )
  expect(deleted).toEqual({ ok: false, problem: { code: 'not-allowed' } })
  expect(
    await writeTransaction(space.database, (tx) => restoreRecord(tx, rep(), 'lead', own['lead']!, 1, person)),
  ).toMatchObject({ ok: false })
  expect(await queryRecords(space.database, rep(), 'lead', { deleted: true })).toEqual({
    ok: false,
    problem: { code: 'not-allowed' },
  })
})

test('the definition a rep gets names nothing hidden', () => {
  const masked = JSON.stringify(maskDefinition(space.app.definition, rep().rights))
  for (const key of ['cost', 'margin', 'hidden_note', 'margin_rate', 'line_cost', 'cost_total'])
    expect(masked).not.toContain(`"${key}"`)
  expect(masked).not.toMatch(/\.(cost|margin|line_cost)"/)
  expect(masked).toContain('"expected_amount"')
})
