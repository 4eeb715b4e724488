import {
  aChoiceField,
  aForm,
  aRelationField,
  aRight,
  aRole,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { Field } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { readLastValues } from './last-values.ts'
import type { NewRecord } from './new-record.ts'
import type { Cause } from './outcome.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const option = (key: string) => ({ key, label: { en: key } })
const label = { en: 'Field' }
const about = (key: string, more: object = {}): Field => ({
  type: 'anyRelation',
  key,
  label,
  targets: [{ form: 'account' }, { form: 'deal' }],
  ...more,
})
const definition = anApp({
  forms: [
    aForm({
      key: 'account',
      fields: [aTextField(), aTextField({ key: 'city' }), aTextField({ key: 'secret' })],
    }),
    aForm({
      key: 'deal',
      typeField: 'kind',
      fields: [
        aTextField(),
        aTextField({ key: 'terms', default: 'prepaid' }),
        aChoiceField({ key: 'kind', options: [option('fresh'), option('renewal')], default: 'fresh' }),
        aTextField({ key: 'city' }),
        aTextField({ key: 'note' }),
        aTextField({ key: 'channel', default: 'none' }),
        aRelationField({ key: 'partner', form: 'account' }),
        aRelationField({ key: 'client', form: 'account' }),
        about('about', { default: { reference: [{ var: 'partner' }] } }),
        about('parent'),
        about('again'),
        {
          type: 'dateRange',
          key: 'term',
          label,
          default: { dateRange: [{ var: '$today' }, { dateAdd: [{ var: '$today' }, 30, 'day'] }] },
        },
        { type: 'address', key: 'billing', label, default: { address: ['US'] } },
        { type: 'address', key: 'delivery', label },
        { type: 'location', key: 'site', label },
        {
          type: 'foreignMoney',
          key: 'fee',
          label,
          currency: 'CNY',
          home: 'CNY',
          default: { amount: [{ add: [9, 1] }] },
        },
      ],
      rules: [
        {
          key: 'same_place',
          label,
          when: { isEmpty: [{ var: 'delivery' }] },
          effects: [{ type: 'set', field: 'delivery', value: { var: 'billing' } }],
        },
        { key: 'fixed_fee', label, when: true, effects: [{ type: 'lock', fields: ['fee'] }] },
      ],
      start: {
        types: [
          { key: 'fresh', values: { terms: 'on delivery' } },
          { key: 'renewal', values: { terms: '30 days', channel: 'none of ours' } },
        ],
        from: [
          {
            form: 'account',
            fields: [
              { from: 'city', to: 'city' },
              { from: 'secret', to: 'note' },
              { from: 'id', to: 'parent' },
              { from: 'id', to: 'client' },
            ],
          },
        ],
        last: ['channel', 'partner', 'again', 'site'],
      },
    }),
  ],
  roles: [
    aRole({
      forms: [
        aRight({ form: 'account', write: ['name', 'city'], scope: { type: 'own' } }),
        aRight({
          form: 'deal',
          write: [
            'name',
            'terms',
            'kind',
            'city',
            'note',
            'channel',
            'partner',
            'client',
            'parent',
            'again',
            'site',
          ],
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

type Who = 'admin' | 'rep' | 'other'

async function made(form: string, input: NewRecord, who: Who = 'admin', cause: Cause = { type: 'person' }) {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene(who), form, input, cause),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record
}

const deal = async (values: object, more: Partial<NewRecord> = {}, who: Who = 'admin', cause?: Cause) =>
  (await made('deal', { values: { name: 'D', ...values }, ...more }, who, cause)).values

test('the type of a record decides what it starts with, also when the type is a default itself', async () => {
  expect(await deal({})).toMatchObject({ kind: 'fresh', terms: 'on delivery' })
  expect(await deal({ kind: 'renewal' })).toMatchObject({ terms: '30 days' })
  expect(await deal({ kind: null })).toMatchObject({ terms: 'prepaid' })
  expect(await deal({ kind: 'renewal', terms: null })).toMatchObject({ terms: null })
  expect(await deal({ kind: 'renewal' }, {}, 'rep', { type: 'api' })).toMatchObject({ terms: '30 days' })
})

test('the record one came from gives its values, as far as its reader may see it and the field', async () => {
  const account = { values: { name: 'A', city: 'Suzhou', secret: 's' } }
  const { id } = await made('account', account)
  const from = { form: 'account', id }
  expect(await deal({}, { from })).toMatchObject({ city: 'Suzhou', note: 's' })
  expect(await deal({ city: 'Wuxi', note: null }, { from })).toMatchObject({ city: 'Wuxi', note: null })
  // Somebody else's account is none for the rep, and no record of another form is one either.
  expect(await deal({}, { from }, 'rep')).toMatchObject({ city: null, note: null })
  expect(await deal({}, { from: { form: 'deal', id } })).toMatchObject({ city: null })
  const own = await made('account', { values: { name: 'B', city: 'Wuxi' } }, 'rep')
  expect(await deal({}, { from: { form: 'account', id: own.id } }, 'rep')).toMatchObject({ city: 'Wuxi' })
  // What the rep may not read there he does not learn here.
  const given = await made('account', { values: account.values, owner: space.members.rep })
  const learned = await deal({}, { from: { form: 'account', id: given.id } }, 'rep')
  expect(learned).toMatchObject({ city: 'Suzhou', note: null })
})

test('what somebody entered last comes again for himself alone, and only where he enters it', async () => {
  const { id } = await made('account', { values: { name: 'Fair' } }, 'other')
  await deal({ channel: 'fair', partner: id }, {}, 'other')
  expect(await deal({}, {}, 'other')).toMatchObject({ channel: 'fair', partner: id })
  expect(await deal({ channel: null }, {}, 'other')).toMatchObject({ channel: null })
  // Left empty last time: nothing to repeat.
  expect(await deal({ kind: 'renewal' }, {}, 'other')).toMatchObject({ channel: 'none of ours' })
  await deal({ channel: 'web' }, {}, 'other')
  expect(await deal({}, {}, 'other', { type: 'api' })).toMatchObject({ channel: 'none', partner: null })
  expect(await deal({}, {}, 'rep')).toMatchObject({ channel: 'none', partner: null })
  const kept = await readLastValues(space.database, space.scene('other'), 'deal')
  expect(kept).toEqual({ values: { channel: 'web', partner: id }, titles: { [id]: 'Fair' } })
})

test('what was entered last is forgotten as soon as the record or the field is out of sight', async () => {
  const { id } = await made('account', { values: { name: 'Gone' }, owner: space.members.rep })
  await deal({ channel: 'fair', partner: id }, {}, 'rep')
  await space.database.query({
    text: `update ${space.workspace.schema}.account set owner = $1 where id = $2`,
    values: [space.members.other, id],
  })
  const kept = () => readLastValues(space.database, space.scene('rep'), 'deal')
  expect(await kept()).toEqual({ values: { channel: 'fair' }, titles: {} })
  const stripped = space.scene('rep', { roles: [] })
  expect(await readLastValues(space.database, stripped, 'deal')).toEqual({ values: {}, titles: {} })
})

test('values of several parts start with what their formulas give, and are taken over whole', async () => {
  const { id } = await made('account', { values: { name: 'A' } })
  expect(await deal({ partner: id })).toMatchObject({
    about: { form: 'account', id },
    term: { days: '31' },
    billing: { country: 'US', province: null, text: 'United States' },
    delivery: { country: 'US', text: 'United States' },
  })
  expect(await deal({ partner: null, term: null, billing: null })).toMatchObject({
    about: null,
    term: null,
    billing: null,
    delivery: null,
  })
})

test('a record names the one it came from, where its writer sees that', async () => {
  const { id } = await made('account', { values: { name: 'A' } })
  const from = { form: 'account', id }
  expect(await deal({}, { from })).toMatchObject({ client: id, parent: { form: 'account', id } })
  expect(await deal({}, { from }, 'rep')).toMatchObject({ client: null, parent: null })
})

test('a place and a record of any form come again as they were entered last', async () => {
  const { id } = await made('account', { values: { name: 'Fair' } }, 'other')
  const entered = {
    again: { form: 'account', id },
    site: { latitude: '31.2', longitude: '121.4', label: 'Hall 5 (east)' },
  }
  await deal(entered, {}, 'other')
  expect(await deal({}, {}, 'other')).toMatchObject({
    again: { form: 'account', id },
    site: { latitude: '31.200000', label: 'Hall 5 (east)' },
  })
  const { titles } = await readLastValues(space.database, space.scene('other'), 'deal')
  expect(titles[id]).toBe('Fair')
})

test('an amount that is locked may be sent as it starts, whatever it is worth', async () => {
  expect(await deal({ fee: { amount: '10', currency: 'CNY' } })).toMatchObject({
    fee: { amount: '10.00', home: '10.00' },
  })
  await expect(deal({ fee: { amount: '8' } })).rejects.toThrow('locked-by-rule')
})
