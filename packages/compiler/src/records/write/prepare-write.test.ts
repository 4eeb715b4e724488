import type { AppDefinition, Rule } from '@pipewright/schemas'
import {
  aChoiceField,
  aForm,
  aFormulaField,
  aLineItemsField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aRight,
  aRole,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import type { Actor } from '../../rights/actor.ts'
import type { RecordValues } from '../value.ts'
import { prepareWrite, type Prepared } from './prepare-write.ts'
import { RelatedRows } from './related.ts'
import type { RecordSystem, StoredRecord } from './write-scene.ts'

const me = '01900000-0000-7000-8000-000000000001'
const account = '01900000-0000-7000-8000-0000000000aa'
const row1 = '01900000-0000-7000-8000-0000000000b1'
const actor: Actor = {
  memberId: me,
  departmentId: null,
  departmentTree: [],
  team: [],
  roles: ['rep'],
  admin: false,
  zone: 'UTC',
  locale: 'en',
}
const stages = ['open', 'won', 'lost'].map((key) => ({ key, label: { en: key } }))

const deal = (rules: Rule[] = []): AppDefinition =>
  anApp({
    forms: [
      aForm({ key: 'account', fields: [aTextField(), aTextField({ key: 'city' })] }),
      aForm({
        key: 'deal',
        rules,
        searchFields: ['name'],
        fields: [
          aTextField({ required: true }),
          aChoiceField({ key: 'stage', options: stages, default: 'open' }),
          aTextField({ key: 'reason' }),
          aTextField({ key: 'city', default: { var: 'account.city' } }),
          aMoneyField({ key: 'cost' }),
          aRelationField({ key: 'account', form: 'account' }),
          aLineItemsField({
            key: 'items',
            fields: [
              aNumberField({ key: 'quantity', required: true, default: 1 }),
              aMoneyField({ key: 'price' }),
              aMoneyField({ key: 'margin' }),
              aFormulaField({
                key: 'line',
                expression: { mul: [{ var: 'quantity' }, { var: 'price' }] },
                resultType: 'money',
                scale: 2,
              }),
            ],
          }),
          // Written before the field it is made of: order is by need, not by place.
          aFormulaField({
            key: 'twice',
            expression: { mul: [{ var: 'total' }, 2] },
            resultType: 'money',
            scale: 2,
          }),
          aFormulaField({
            key: 'total',
            expression: { sum: [{ var: 'items.line' }] },
            resultType: 'money',
            scale: 2,
          }),
        ],
      }),
    ],
    roles: [
      aRole({
        forms: [
          aRight({ form: 'account', actions: ['read'], read: ['name', 'city'], write: [] }),
          aRight({
            form: 'deal',
            actions: ['create', 'read', 'update'],
            scope: { type: 'own' },
            write: ['name', 'stage', 'reason', 'city', 'account', 'items', 'items.quantity', 'items.price'],
            read: ['total', 'twice', 'items.line'],
          }),
        ],
      }),
    ],
  })

const system: RecordSystem = {
  id: '01900000-0000-7000-8000-0000000000c1',
  owner: me,
  department: null,
  version: 1,
  created_at: '2026-01-01T00:00:00.000Z',
  created_by: me,
  updated_at: '2026-01-01T00:00:00.000Z',
  updated_by: me,
  deleted_at: null,
  locked_by: null,
  stage_since: null,
}

function prepare(
  values: unknown,
  {
    rules = [],
    old,
    owner = me,
    privileged = false,
  }: { rules?: Rule[]; old?: RecordValues; owner?: string; privileged?: boolean } = {},
): Prepared {
  const app = compileApp(deal(rules), 1)
  const rights = app.rights(actor).forms['deal']!
  const form = app.form('deal')!
  const related = new RelatedRows()
  const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC', me }
  const writer = { roles: ['rep'], device: null }
  const scene = {
    app,
    form,
    writer,
    rights: privileged ? null : rights,
    locale: 'en' as const,
    context,
    related,
  }
  const stored: StoredRecord | null = old === undefined ? null : { system, values: old }
  const ask = () =>
    prepareWrite(scene, {
      values,
      system: { ...system, owner },
      old: stored,
      predicate: rights.predicates.update,
    })
  for (let answer = ask(); ; answer = ask()) {
    if (answer.kind !== 'needs') return answer
    related.add(
      answer.needs,
      [...(answer.needs.get('account') ?? [])].includes(account)
        ? [{ form: 'account', id: account, readable: true, values: { city: 'Hangzhou' } }]
        : [],
    )
  }
}

const problems = (answer: Prepared) =>
  answer.kind === 'invalid' ? answer.errors.map((error) => `${error.code}@${error.pointer}`) : answer.kind
const values = (answer: Prepared) => (answer.kind === 'ready' ? answer.record.values : answer)
const rule = (
  effect: Rule['effects'][number],
  when: Rule['when'] = { eq: [{ var: 'stage' }, 'lost'] },
): Rule => ({ key: 'r', label: { en: 'Lost' }, when, effects: [effect] })
const stored: RecordValues = {
  name: 'Old',
  stage: 'open',
  reason: null,
  city: null,
  cost: '9.00',
  account: null,
  total: '6.00',
  twice: '12.00',
  items: [{ id: row1, quantity: '2.00', price: '3.00', margin: '1.00', line: '6.00' }],
}

describe('a write', () => {
  test('is normalised, defaulted over a relation and calculated in the order of need', () => {
    const answer = prepare({ name: ' Deal ', account, items: [{ price: '10.5' }, { quantity: 3, price: 1 }] })
    expect(values(answer)).toMatchObject({
      name: 'Deal',
      stage: 'open',
      city: 'Hangzhou',
      total: '13.50',
      twice: '27.00',
      items: [
        { quantity: '1.00', line: '10.50' },
        { quantity: '3.00', line: '3.00' },
      ],
    })
    expect(answer).toMatchObject({
      record: {
        changed: expect.arrayContaining(['name', 'items', 'total']),
        sought: { _grams: expect.arrayContaining(['de', 'd']), _sought: expect.stringContaining('de') },
      },
    })
  })

  test('an explicit null is not filled by a default', () => {
    expect(values(prepare({ name: 'x', account, city: null, stage: null }))).toMatchObject({
      city: null,
      stage: null,
    })
  })

  test('finds everything wrong at once, each at its place', () => {
    const sent = {
      name: '',
      stage: 'nope',
      cost: '1',
      nothing: 1,
      total: '5',
      version: 3,
      items: [{ quantity: 'x', margin: '1', other: 1, line: '2' }, 7],
    }
    expect(problems(prepare(sent))).toEqual(
      expect.arrayContaining([
        'required@/values/name',
        'not-an-option@/values/stage',
        'unknown-field@/values/cost',
        'unknown-field@/values/nothing',
        'not-writable@/values/total',
        'not-writable@/values/version',
        'not-a-number@/values/items/0/quantity',
        'unknown-field@/values/items/0/margin',
        'unknown-field@/values/items/0/other',
        'not-writable@/values/items/0/line',
        'wrong-type@/values/items/1',
      ]),
    )
  })

  test('names of the runtime are unknown fields', () => {
    expect(problems(prepare(JSON.parse('{"name":"x","__proto__":{"a":1},"constructor":1}')))).toEqual([
      'unknown-field@/values/__proto__',
      'unknown-field@/values/constructor',
    ])
  })

  test('keeps what the writer cannot see in rows that stay, and refuses rows of others', () => {
    expect(values(prepare({ items: [{ id: row1, quantity: 4 }] }, { old: stored }))).toMatchObject({
      cost: '9.00',
      total: '12.00',
      items: [{ id: row1, margin: '1.00', price: '3.00', line: '12.00' }],
    })
    expect(problems(prepare({ items: [{ id: account }] }, { old: stored }))).toEqual([
      'no-such-record@/values/items/0/id',
    ])
    expect(problems(prepare({ items: [{ id: row1 }, { id: row1 }] }, { old: stored }))).toEqual([
      'no-such-record@/values/items/1/id',
    ])
  })

  test('a write of the same values changes nothing', () => {
    expect(prepare({ name: 'Old', items: [{ id: row1, quantity: '2' }] }, { old: stored })).toMatchObject({
      kind: 'ready',
      record: { changed: [] },
    })
  })

  test('points only at records that are there', () => {
    expect(problems(prepare({ name: 'x', account: me }))).toEqual(['no-such-record@/values/account'])
  })

  test('does not leave the scope of the writer', () => {
    expect(problems(prepare({ name: 'x' }, { owner: account }))).toBe('outside')
  })

  test('IN-08: a number too large for its field is refused, not cut', () => {
    expect(
      problems(prepare({ name: 'x', items: [{ quantity: '999999999999999', price: '9999999' }] })),
    ).toEqual(['too-big@'])
  })
})

describe('rules', () => {
  const lost = { name: 'x', stage: 'lost' }
  test('require while their condition holds', () => {
    const rules = [rule({ type: 'require', fields: ['reason', 'items.price'] })]
    expect(problems(prepare({ ...lost, items: [{}] }, { rules }))).toEqual([
      'required@/values/reason',
      'required@/values/items/0/price',
    ])
    expect(prepare({ name: 'x' }, { rules }).kind).toBe('ready')
  })
  test('do not require what they do not show', () => {
    const rules = [
      rule({ type: 'require', fields: ['reason'] }),
      { ...rule({ type: 'show', fields: ['reason'] }, false), key: 's' },
    ]
    expect(prepare(lost, { rules }).kind).toBe('ready')
  })
  test('lock against the writer, not against the system', () => {
    const rules = [
      rule({ type: 'lock', fields: ['name', 'items.price'] }, { eq: [{ var: '$old.stage' }, 'open'] }),
    ]
    const sent = { name: 'New', items: [{ id: row1, price: '4' }] }
    expect(prepare(sent, { rules, old: stored })).toMatchObject({ kind: 'invalid', code: 'rule-refused' })
    expect(problems(prepare(sent, { rules, old: stored }))).toEqual([
      'locked-by-rule@/values/name',
      'locked-by-rule@/values/items/0/price',
    ])
    expect(prepare({ name: 'Old' }, { rules, old: stored }).kind).toBe('ready')
    expect(prepare(sent, { rules, old: stored, privileged: true }).kind).toBe('ready')
  })
  test('set values that later rules see', () => {
    const rules = [
      rule({ type: 'set', field: 'account', value: account }),
      {
        ...rule(
          { type: 'set', field: 'reason', value: { var: 'account.city' } },
          { notEmpty: [{ var: 'account' }] },
        ),
        key: 's2',
      },
    ]
    expect(values(prepare(lost, { rules }))).toMatchObject({ account, reason: 'Hangzhou' })
  })
  test('refuse in the words of the builder, without naming what is hidden', () => {
    const rules = [rule({ type: 'refuse', field: 'cost', message: { en: 'No', zh: '不行' } })]
    expect(prepare(lost, { rules })).toEqual({
      kind: 'invalid',
      code: 'rule-refused',
      errors: [{ pointer: '', code: 'refused', params: { text: 'No' } }],
    })
  })
})

test('whatever is sent is answered, never thrown', () => {
  const keys = fc.constantFrom('name', 'stage', 'items', 'account', 'city', 'total', 'nothing', 'version')
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.dictionary(keys, fc.jsonValue())), (sent) => {
      expect(['ready', 'invalid', 'outside']).toContain(prepare(sent).kind)
    }),
    { numRuns: 200 },
  )
})
