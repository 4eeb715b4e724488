import {
  aChoiceField,
  aForm,
  aMoneyField,
  aRelationField,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import { rollupMoves, type RecordStates } from './rollup-moves.ts'

const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC' }
const over = (key: string, given: object) => aRollupField({ key, form: 'deal', ...given })
const app = compileApp(
  anApp({
    forms: [
      aForm({
        key: 'account',
        fields: [
          aTextField(),
          over('deals', {}),
          over('won', {
            function: 'sum',
            field: 'amount',
            scale: 2,
            filter: { eq: [{ var: 'stage' }, 'won'] },
          }),
          over('rough', { function: 'sum', field: 'amount', scale: 0 }),
          over('most', { function: 'max', field: 'amount', scale: 2 }),
          over('mean', { function: 'avg', field: 'amount', scale: 2 }),
        ],
      }),
      aForm({ key: 'deal', fields: [aTextField(), aRelationField(), aMoneyField(), aChoiceField()] }),
    ],
  }),
  1,
)

const moves = (...states: RecordStates[]) => {
  const [dependent] = app.dependents.get('deal') ?? []
  if (dependent === undefined) throw new Error('nothing depends on deals')
  const found = rollupMoves(app, dependent, states, context)
  return Object.fromEntries([...found].map(([target, own]) => [target, Object.fromEntries(own)]))
}
const deal = (amount: string | null, stage = 'won', account: string | null = 'a') => ({
  amount,
  stage,
  account,
})
const same = { type: 'same' }
const add = (by: string) => ({ type: 'add', by })
const extreme = (came: string | null, gone: string | null) => ({ type: 'extreme', came, gone })

test.each([
  [
    'a new record',
    { before: null, after: deal('5.50') },
    { a: { deals: add('1'), won: add('5.5'), most: extreme('5.50', null) } },
  ],
  [
    'a deleted one',
    { before: deal('5.50'), after: null },
    { a: { deals: add('-1'), won: add('-5.5'), most: extreme(null, '5.50') } },
  ],
  [
    'a larger amount',
    { before: deal('1.00'), after: deal('3.00') },
    { a: { deals: same, won: add('2'), most: extreme('3.00', null) } },
  ],
  [
    'a smaller amount',
    { before: deal('-3.00'), after: deal('-4.00') },
    { a: { deals: same, won: add('-1'), most: extreme('-4.00', '-3.00') } },
  ],
  [
    'one that the filter lets in',
    { before: deal('2.00', 'open'), after: deal('2.00') },
    { a: { deals: same, rough: same, mean: same, won: add('2'), most: same } },
  ],
  [
    'an empty amount',
    { before: deal('2.00'), after: deal(null) },
    { a: { deals: same, won: add('-2'), most: extreme(null, '2.00') } },
  ],
  [
    'one that goes to another account',
    { before: deal('2.00'), after: deal('2.00', 'won', 'b') },
    {
      a: { deals: add('-1'), won: add('-2'), most: extreme(null, '2.00') },
      b: { deals: add('1'), won: add('2'), most: extreme('2.00', null) },
    },
  ],
] satisfies [string, RecordStates, object][])(
  'totals follow %s, and what cannot is taken anew',
  (_, states, expected) => {
    expect(moves(states)).toEqual(expected)
  },
)

test('several records of one account move its totals once', () => {
  const states = [
    { before: null, after: deal('1.00') },
    { before: null, after: deal('2.00', 'lost') },
  ]
  expect(moves(...states)).toEqual({ a: { deals: add('2'), won: add('1'), most: extreme('2.00', null) } })
})

test('what is summed up by another relation does not follow this one', () => {
  const [dependent] = app.dependents.get('deal') ?? []
  if (dependent === undefined) throw new Error('nothing depends on deals')
  const other = dependent.rollups.map((rollup) => ({ ...rollup, relation: 'partner' }))
  const states = [{ before: null, after: deal('1.00') }]
  expect(rollupMoves(app, { ...dependent, rollups: other }, states, context)).toEqual(
    new Map([['a', new Map()]]),
  )
})
