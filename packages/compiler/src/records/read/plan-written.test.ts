import {
  aChoiceField,
  aFormulaField,
  aLineItemsField,
  aLookupField,
  aMoneyField,
  anApp,
  aRelationField,
  aRole,
  aRollupField,
  aTextField,
  aForm,
} from '@pipewright/metadata/builders'
import type { Field, Form, Scope } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import { planWritten } from './plan-written.ts'

const account = aForm({ key: 'account', fields: [aTextField()] })
const deal = (...fields: Field[]): Form =>
  aForm({ key: 'deal', fields: [aTextField(), aMoneyField(), ...fields] })

function planned(form: Form, others: readonly Form[] = [], scope: Scope = { type: 'own' }) {
  const forms = [form, ...others]
  const actions = ['create', 'read', 'update'] as const
  const right = (one: Form) => ({
    form: one.key,
    actions: [...actions],
    scope,
    read: [],
    write: one.fields.map(({ key }) => key),
  })
  const app = compileApp(anApp({ forms, roles: [aRole({ key: 'rep', forms: forms.map(right) })] }), 1)
  const me = '00000000-0000-7000-8000-000000000001'
  const actor = {
    memberId: me,
    departmentId: null,
    departmentTree: [],
    team: [],
    roles: ['rep'],
    admin: false,
    zone: 'UTC',
    locale: 'en',
  } as const
  const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC', me }
  const compiled = app.form('deal')
  if (compiled === undefined) throw new Error('no form')
  return planWritten({ app, rights: app.rights(actor), schema: 'ws_test', context }, compiled)
}

test('a plain record is answered by the statement that stores it', () => {
  expect(planned(deal(aChoiceField()))).toBeDefined()
  expect(planned(deal(aRelationField({ form: 'account' })), [account])).toBeDefined()
  expect(planned(deal(aRelationField({ form: 'account' })), [rolled])).toBeDefined()
})

const rolled = aForm({
  key: 'account',
  fields: [
    aTextField(),
    aRollupField({
      key: 'total',
      form: 'deal',
      relation: 'account',
      function: 'count',
      resultType: 'number',
    }),
  ],
})
const cases: [why: string, form: Form, others: Form[]][] = [
  ['rows are written beside the record', deal(aLineItemsField()), []],
  ['the record may point to itself', deal(aRelationField({ key: 'parent', form: 'deal' })), []],
  [
    'a figure of another form follows it and is looked up again',
    deal(
      aRelationField({ key: 'account', form: 'account' }),
      aLookupField({ key: 'all', path: 'account.total', resultType: 'number', scale: 0 }),
    ),
    [rolled],
  ],
  [
    'the title of another record follows it',
    deal(aRelationField({ key: 'account', form: 'account' })),
    [{ ...rolled, titleField: 'total' }],
  ],
  [
    'a value moves with the day',
    deal(
      aFormulaField({ key: 'late', expression: { lt: ['2026-01-01', { today: [] }] }, resultType: 'yesNo' }),
    ),
    [],
  ],
]

test.each(cases)('it is read afterwards when %s', (_, form, others) => {
  expect(planned(form, others)).toBeUndefined()
})

test('it is read afterwards when who may see it is asked of another record', () => {
  const scope: Scope = { type: 'condition', condition: { eq: [{ var: 'account.owner' }, { var: '$me' }] } }
  const form = deal(aRelationField({ key: 'account', form: 'account' }))
  const plain: Scope = { type: 'condition', condition: { eq: [{ var: 'owner' }, { var: '$me' }] } }
  expect(planned(form, [account], plain)).toBeDefined()
  expect(planned(form, [account], scope)).toBeUndefined()
})
