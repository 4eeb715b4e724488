import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  aMoneyField,
  aRelationField,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { RollupField } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recalculateRecords } from './cascade.ts'
import { changeMany } from './change-many.ts'
import { createRecords } from './create-records.ts'
import { deleteMany } from './delete-many.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const over = (key: string, given: Partial<RollupField>): RollupField =>
  aRollupField({ key, form: 'deal', relation: 'account', ...given })
const amount = { field: 'amount', scale: 2 } as const
const open: Partial<RollupField> = { filter: { ne: [{ var: 'stage' }, 'lost'] } }
const definition = anApp({
  forms: [
    aForm({
      key: 'account',
      fields: [
        aTextField(),
        over('deals', {}),
        over('sum', { function: 'sum', ...amount }),
        over('open', { function: 'sum', ...amount, ...open }),
        over('most', { function: 'max', ...amount }),
        over('least', { function: 'min', ...amount }),
        over('next', { function: 'min', field: 'due', resultType: 'date' }),
        over('mean', { function: 'avg', ...amount }),
        aFormulaField({ key: 'twice', expression: { mul: [{ var: 'sum' }, 2] } }),
      ],
    }),
    aForm({
      key: 'deal',
      fields: [aTextField(), aMoneyField(), aChoiceField(), aDateField(), aRelationField()],
    }),
  ],
})
const count = 30
const totals = 'deals, sum, open, most, least, next::text, mean, twice'
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

async function makeAll(form: string, values: readonly object[]): Promise<readonly string[]> {
  const inputs = values.map((each) => ({ values: each }))
  const made = await writeTransaction(space.database, async (tx) => {
    const outcome = await createRecords(tx, space.scene('admin'), form, inputs, person)
    return outcome.ok ? outcome : { ok: false as const, problem: { code: 'invalid' as const } }
  })
  if (!made.ok) throw new Error('not made')
  return made.ids
}

const stored = () =>
  space.database.query<Record<string, unknown>>({
    text: `select ${totals} from ${space.scene('admin').workspace.schema}.account order by id`,
    values: [],
  })

/** What lies stored, once taken anew from all records it is taken from. */
async function takenAnew(accounts: readonly string[]) {
  const scene = space.scene('admin')
  const form = scene.app.form('account')
  if (form === undefined) throw new Error('no form')
  await space.database.transaction((tx) => recalculateRecords(tx, scene, form, accounts, person))
  return stored()
}

test('totals of many records that follow many changes at once are those that are taken anew', async () => {
  const names = Array.from({ length: count }, (_, n) => ({ name: `A${n}` }))
  const accounts = await makeAll('account', names)
  const deals = await makeAll(
    'deal',
    accounts.flatMap((account, n) =>
      [0, 1, 2].map((at) => ({
        name: 'D',
        account,
        amount: `${n * 10 + at}.50`,
        stage: at === 1 ? 'lost' : 'open',
        due: `2026-0${at + 1}-10`,
      })),
    ),
  )
  const made = await stored()
  expect(made[2]).toMatchObject({ deals: '3', sum: '64.50', open: '43.00', most: '22.50', least: '20.50' })
  expect(made).toEqual(await takenAnew(accounts))

  const kinds = [
    (n: number) => ({ amount: `${n}.25` }),
    () => ({ amount: null, due: '2025-12-31' }),
    (n: number) => ({ account: accounts[(n + 7) % count], amount: '1000.00' }),
    () => ({ stage: 'lost' }),
    () => ({ account: null }),
    () => ({ name: 'Another' }),
    () => ({ due: null }),
  ]
  const changes = deals.map((id, n) => ({ id, values: kinds[n % kinds.length]?.(n) ?? {} }))
  const changed = await writeTransaction(space.database, (tx) =>
    changeMany(tx, space.scene('admin'), 'deal', changes, person),
  )
  expect(changed.ok && changed.outcomes.every(({ ok }) => ok)).toBe(true)
  const followed = await stored()
  expect(followed).not.toEqual(made)
  expect(followed).toEqual(await takenAnew(accounts))

  const gone = deals.filter((_, n) => n % 2 === 0)
  const scene = space.scene('admin')
  const deal = scene.app.form('deal')
  if (deal === undefined) throw new Error('no form')
  const left = await space.database.transaction((tx) => deleteMany(tx, scene, deal, gone, person))
  expect(left).toHaveLength(gone.length)
  expect(await stored()).toEqual(await takenAnew(accounts))
})
