import {
  aChoiceField,
  aForm,
  aLineItemsField,
  aLookupField,
  anAnyRelationField,
  anApp,
  aRelationField,
  aRelationsField,
  aRollupField,
  aTextField,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { undoStep } from '../ledger/undo/index.ts'
import { createRecord } from '../records/create-records.ts'
import { deleteRecord } from '../records/delete-record.ts'
import { getRecord } from '../records/get-record.ts'
import type { Scene } from '../records/scene.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { updateRecord } from '../records/update-record.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { tellApart } from '../matching/told-apart.ts'
import { mergeRecords } from './merge-records.ts'
import type { MergeChoices } from './merged-values.ts'
import { previewMerge } from './preview-merge.ts'

const person = { type: 'person' } as const
const definition = anApp({
  forms: [
    aForm({
      key: 'account',
      fields: [
        aTextField(),
        aTextField({ key: 'phone', unique: true }),
        aTextField({ key: 'code' }),
        aRelationField({ key: 'parent', form: 'account' }),
        aRelationsField({ key: 'partners', form: 'account' }),
        aChoiceField({ key: 'state' }),
        aRollupField({ key: 'deals', form: 'deal', relation: 'account', function: 'count' }),
      ],
    }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aRelationField({ key: 'account', form: 'account' }),
        aLookupField({ key: 'code', path: 'account.code', resultType: 'text' }),
        aRelationField({ key: 'only', form: 'account', unique: true }),
        aRelationsField({ key: 'others', form: 'account' }),
        anAnyRelationField({ key: 'about', targets: [{ form: 'account' }, { form: 'deal' }] }),
        aLineItemsField({
          key: 'items',
          fields: [aTextField(), aRelationField({ key: 'buyer', form: 'account' })],
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

let time = Date.parse('2026-11-21T09:00:00.000Z')
const at = (changeSet?: string): Scene => ({
  ...space.scene('admin'),
  now: new Date((time += 1000)).toISOString(),
  ...(changeSet === undefined ? {} : { changeSet }),
})

const made = async (form: string, values: unknown): Promise<string> => {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, at(), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

const read = async (form: string, id: string) => {
  const found = await getRecord(space.database, at(), form, id)
  return found.ok && found.record.deleted_at === null ? found.record : undefined
}
const valuesOf = async (form: string, id: string): Promise<Readonly<Record<string, unknown>>> =>
  (await read(form, id))?.values ?? {}
const versioned = async (id: string) => ({ id, version: (await read('account', id))?.version ?? 0 })

const change = async (form: string, id: string, values: unknown) => {
  const version = (await read(form, id))?.version
  const outcome = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, at(), form, id, { version, values }, person),
  )
  expect(outcome).toMatchObject({ ok: true })
}

async function merge(
  survivor: string,
  others: readonly string[],
  choices: MergeChoices = {},
  set = uuidv7(),
) {
  const request = {
    form: 'account',
    survivor: await versioned(survivor),
    others: await Promise.all(others.map(versioned)),
    choices,
  }
  const outcome = await writeTransaction(space.database, (tx) => mergeRecords(tx, at(set), request))
  return { outcome, set }
}

async function undo(set: string) {
  const into = uuidv7()
  const step = await undoStep(space.database, at(), { set, into })
  return { step, into }
}

test('everything that leads to the merged leads to the one that stays, goes back and comes again', async () => {
  const stays = await made('account', { name: 'Stays', code: 'S' })
  const one = await made('account', { name: 'One', phone: '111', code: 'O' })
  const two = await made('account', { name: 'Two', parent: one })
  await change('account', stays, { parent: one, partners: [two, one] })
  const child = await made('account', { name: 'Child', parent: two, partners: [one, stays, two] })
  const deal = await made('deal', {
    name: 'Deal',
    account: one,
    only: two,
    others: [two, one],
    about: { form: 'account', id: two },
    items: [
      { name: 'a', buyer: one },
      { name: 'b', buyer: stays },
    ],
  })
  const binned = await made('deal', { name: 'Binned', account: one })
  const { version } = (await read('deal', binned)) ?? {}
  await writeTransaction(space.database, (tx) => deleteRecord(tx, at(), 'deal', binned, version, person))
  const standing = async () => {
    const own = await valuesOf('account', stays)
    const below = await valuesOf('account', child)
    const values = await valuesOf('deal', deal)
    const [row] = await space.database.query<{ account: string }>({
      text: `select account from ${space.workspace.schema}.deal where id = $1`,
      values: [binned],
    })
    const rows = values['items'] as readonly { buyer: string }[]
    return {
      own: [own['phone'], own['parent'], own['partners'], own['deals']],
      below: [below['parent'], below['partners']],
      deal: [values['account'], values['code'], values['only'], values['others']],
      about: (values['about'] as { id: string }).id,
      buyers: rows.map(({ buyer }) => buyer),
      binned: row?.account,
      there: [(await read('account', one)) !== undefined, (await read('account', two)) !== undefined],
      counts: [(await read('account', one))?.values['deals'] ?? null],
    }
  }
  const before = await standing()
  expect(before).toMatchObject({ own: [null, one, [two, one], '0'], counts: ['1'] })
  const { outcome, set } = await merge(stays, [one, two])
  expect(outcome).toMatchObject({ ok: true })
  const after = {
    own: ['111', null, [], '1'],
    below: [stays, [stays]],
    deal: [stays, 'S', stays, [stays]],
    about: stays,
    buyers: [stays, stays],
    binned: stays,
    there: [false, false],
    counts: [null],
  }
  const now = await standing()
  expect({ ...now, own: [now.own[0], now.own[1], now.own[2] ?? [], now.own[3]] }).toEqual(after)
  const back = await undo(set)
  expect(back.step).toMatchObject({ ok: true, left: [], refused: [], next: null })
  expect(await standing()).toEqual(before)
  const again = await undo(back.into)
  expect(again.step).toMatchObject({ ok: true, left: [], refused: [], next: null })
  expect(await standing()).toEqual(now)
  const last = await undo(again.into)
  expect(last.step).toMatchObject({ ok: true, left: [], refused: [] })
  expect(await standing()).toEqual(before)
})

test('what somebody changed since is left alone and named when a merge is undone', async () => {
  const stays = await made('account', { name: 'Stays', code: 'S' })
  const goes = await made('account', { name: 'Goes', phone: '222' })
  const other = await made('account', { name: 'Other' })
  const deal = await made('deal', { name: 'Moved on', account: goes })
  const { set } = await merge(stays, [goes], { name: goes })
  await change('deal', deal, { account: other })
  await change('account', stays, { name: 'Renamed' })
  const { step } = await undo(set)
  expect(step).toMatchObject({
    ok: true,
    refused: [],
    left: [
      { record: stays, field: 'name', reason: 'changed' },
      { form: 'deal', record: deal, title: 'Moved on', field: 'account', reason: 'changed' },
    ],
  })
  expect((await read('deal', deal))?.values['account']).toBe(other)
  expect((await read('account', stays))?.values).toMatchObject({ name: 'Renamed', phone: null })
  expect((await read('account', goes))?.values).toMatchObject({ name: 'Goes', phone: '222' })
})

test('a record that would occur twice refuses the whole merge, and nothing is half', async () => {
  const stays = await made('account', { name: 'Stays' })
  const goes = await made('account', { name: 'Goes' })
  await made('deal', { name: 'A', only: stays })
  const moved = await made('deal', { name: 'B', account: goes, only: goes })
  expect((await merge(stays, [goes])).outcome).toMatchObject({
    ok: false,
    problem: { code: 'merge-twice', params: { form: 'Deal' } },
  })
  expect((await read('deal', moved))?.values).toMatchObject({ account: goes, only: goes })
  expect(await read('account', goes)).toBeDefined()
})

test('a merge closes no circle: what would make the record lie below itself is not taken over', async () => {
  const top = await made('account', { name: 'Top' })
  const upper = await made('account', { name: 'Upper', parent: top })
  const middle = await made('account', { name: 'Middle', parent: upper })
  const lower = await made('account', { name: 'Lower', parent: middle })
  const shown = await previewMerge(space.database, at(), 'account', lower, [upper])
  expect(shown).toMatchObject({ ok: true, back: [{ id: lower, field: 'parent' }] })
  const { outcome, set } = await merge(lower, [upper], { parent: lower })
  expect(outcome).toMatchObject({ ok: true })
  expect((await valuesOf('account', middle))['parent']).toBe(lower)
  expect((await valuesOf('account', lower))['parent']).toBeNull()
  expect((await undo(set)).step).toMatchObject({ ok: true, left: [], refused: [] })
  expect((await valuesOf('account', lower))['parent']).toBe(middle)
  expect((await valuesOf('account', middle))['parent']).toBe(upper)
  const second = await merge(lower, [upper])
  expect(second.outcome).toMatchObject({ ok: true, record: { values: { parent: top } } })
})

test('the parent of one that goes is not taken over when it lies below the one that stays', async () => {
  const stays = await made('account', { name: 'Stays' })
  const below = await made('account', { name: 'Below', parent: stays })
  const goes = await made('account', { name: 'Goes', parent: below })
  expect((await merge(stays, [goes], { parent: goes })).outcome).toMatchObject({
    ok: true,
    record: { values: { parent: null } },
  })
  expect((await valuesOf('account', below))['parent']).toBe(stays)
})

test('of two who merge the same records at once one wins, and the other is told', async () => {
  const one = await made('account', { name: 'One' })
  const two = await made('account', { name: 'Two' })
  const [first, second] = await Promise.all([merge(one, [two]), merge(two, [one])])
  const codes = [first, second].map(({ outcome }) => (outcome.ok ? 'ok' : outcome.problem.code))
  expect(codes.toSorted()).toEqual(['merge-changed', 'ok'])
})

test('twenty thousand records that lead to a merged one move in one transaction, and go back', async () => {
  const { schema } = space.workspace
  const stays = await made('account', { name: 'Stays', code: 'S' })
  const goes = await made('account', { name: 'Goes', code: 'G' })
  const template = await made('deal', { name: 'Many', account: goes })
  const [columns] = await space.database.query<{ names: string }>({
    text: `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
      where table_schema = $1 and table_name = 'deal' and column_name <> 'id' and is_generated = 'NEVER'`,
    values: [schema],
  })
  await space.database.query({
    text: `insert into ${schema}.deal (id, ${columns?.names}) select gen_random_uuid(), ${columns?.names} from ${schema}.deal, generate_series(2, 20000) where id = $1`,
    values: [template],
  })
  const count = async (account: string, code: string) => {
    const [row] = await space.database.query<{ n: number }>({
      text: `select count(*)::int as n from ${schema}.deal where account = $1 and code = $2`,
      values: [account, code],
    })
    return row?.n
  }
  const { outcome, set } = await merge(stays, [goes])
  expect(outcome).toMatchObject({ ok: true })
  expect(await count(stays, 'S')).toBe(20_000)
  expect((await read('account', stays))?.values['deals']).toBe('20000')
  expect((await undo(set)).step).toMatchObject({ ok: true, left: [], refused: [], next: null })
  expect(await count(goes, 'G')).toBe(20_000)
  expect((await read('account', stays))?.values['deals']).toBe('0')
}, 240_000)

test('what a merged record was told apart from is told apart from the one that stays, until the merge is undone', async () => {
  const stays = await made('account', { name: 'Told stays' })
  const goes = await made('account', { name: 'Told goes' })
  const stranger = await made('account', { name: 'Told stranger' })
  const other = await made('account', { name: 'Told other' })
  await writeTransaction(space.database, (tx) => tellApart(tx, at(), 'account', [goes, stranger]))
  await writeTransaction(space.database, (tx) => tellApart(tx, at(), 'account', [goes, stays]))
  await writeTransaction(space.database, (tx) => tellApart(tx, at(), 'account', [stays, other]))
  const apartFrom = async () => {
    const rows = await space.database.query<{ id: string }>({
      text: `select case when one = $1 then other else one end as id from ${space.workspace.schema}._told_apart
        where one = $1 or other = $1`,
      values: [stays],
    })
    return rows.map(({ id }) => id).toSorted()
  }
  const { set, outcome } = await merge(stays, [goes])
  expect(outcome).toMatchObject({ ok: true })
  expect(await apartFrom()).toEqual([goes, stranger, other].toSorted())
  const { into } = await undo(set)
  expect(await apartFrom()).toEqual([goes, other].toSorted())
  await undo(into)
  expect(await apartFrom()).toEqual([goes, stranger, other].toSorted())
})
