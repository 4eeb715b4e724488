import type { Rule, RuleEffect } from '@pipewright/schemas'
import {
  aChoiceField,
  aForm,
  aLineItemsField,
  aNumberField,
  aRelationField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { describe, expect, test } from 'vitest'
import { compileApp } from '../app/compile-app.ts'
import { limitIssues, lockIssues, requiredIssues, warningIssues } from './index.ts'
import { ruleState } from './rule-state.ts'
import type { RuleSubject } from './rule-subject.ts'
import type { Device } from './writer.ts'

const options = (...keys: string[]) => keys.map((key) => ({ key, label: { en: key } }))
const label = { en: 'The rule' }
const when = { eq: [{ var: 'stage' }, 'won'] }

const rule = (effect: RuleEffect, changes: Partial<Rule> = {}): Rule => ({
  key: `r${(count += 1)}`,
  label,
  when,
  effects: [effect],
  ...changes,
})
let count = 0

interface Given {
  readonly rules: Rule[]
  readonly record?: Record<string, unknown>
  readonly old?: Record<string, unknown> | null
  readonly roles?: string[]
  readonly device?: Device | null
}

function subject({ rules, record = {}, old = null, roles = [], device = null }: Given): RuleSubject {
  const app = compileApp(
    anApp({
      forms: [
        aForm({ key: 'account', fields: [aTextField(), aTextField({ key: 'tier' })] }),
        aForm({
          key: 'deal',
          rules,
          fields: [
            aTextField(),
            aChoiceField({ key: 'stage', options: options('open', 'won', 'lost') }),
            aChoiceField({ key: 'reason', options: options('price', 'time', 'other') }),
            aRelationField({ key: 'account', form: 'account' }),
            aLineItemsField({
              key: 'items',
              fields: [
                aNumberField({ key: 'quantity' }),
                aTextField({ key: 'note' }),
                aChoiceField({ key: 'unit', options: options('piece', 'box') }),
              ],
            }),
          ],
          layout: {
            sections: [
              { key: 'main', columns: 1, items: [{ field: 'name' }, { field: 'stage' }] },
              {
                key: 'more',
                columns: 1,
                items: [{ field: 'reason' }, { field: 'account' }, { field: 'items' }],
              },
            ],
          },
        }),
      ],
    }),
    1,
  )
  const form = app.form('deal')
  if (form === undefined) throw new Error('no form')
  const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC' }
  return { form, context, writer: { roles, device }, record: { stage: 'won', ...record }, old }
}

const state = (given: Given) => ruleState(subject(given))

function checked(given: Given) {
  const of = subject(given)
  return {
    subject: of,
    state: ruleState(of),
    locale: 'en' as const,
    mayWrite: () => true,
    mayRead: () => true,
  }
}

const hide: RuleEffect = { type: 'hide', fields: ['reason'] }

describe('where a rule applies', () => {
  test.each<[string, Given, boolean]>([
    ['while its condition holds', { rules: [rule(hide)] }, true],
    ['not otherwise', { rules: [rule(hide)], record: { stage: 'open' } }, false],
    ['not without a condition', { rules: [rule(hide, { when: null })] }, false],
    [
      'for the roles it names',
      { rules: [rule(hide, { when: { hasAny: [{ var: '$roles' }, ['rep']] } })], roles: ['rep'] },
      true,
    ],
    [
      'not for other roles',
      { rules: [rule(hide, { when: { hasAny: [{ var: '$roles' }, ['rep']] } })], roles: ['boss'] },
      false,
    ],
    ['for a new record', { rules: [rule(hide, { when: { eq: [{ var: '$isNew' }, true] } })] }, true],
    [
      'not for a stored one',
      { rules: [rule(hide, { when: { eq: [{ var: '$isNew' }, true] } })], old: {} },
      false,
    ],
    [
      'by the value before',
      { rules: [rule(hide, { when: { eq: [{ var: '$old.stage' }, 'open'] } })], old: { stage: 'open' } },
      true,
    ],
    [
      'on the device it names',
      { rules: [rule(hide, { when: { eq: [{ var: '$device' }, 'phone'] } })], device: 'phone' },
      true,
    ],
    [
      'not on another one',
      { rules: [rule(hide, { when: { eq: [{ var: '$device' }, 'phone'] } })], device: 'desktop' },
      false,
    ],
  ])('%s', (_, given, applies) => {
    expect(state(given).hidden.has('reason')).toBe(applies)
  })

  test('a rule that asks for a device nobody named is set aside, whichever way it asks', () => {
    const rules = [
      rule({ type: 'refuse', message: label }, { when: { ne: [{ var: '$device' }, 'phone'] } }),
      rule({ type: 'require', fields: ['reason'] }, { when: { ne: [{ var: '$device' }, 'phone'] } }),
      rule({ type: 'show', fields: ['reason'] }, { when: { eq: [{ var: '$device' }, 'phone'] } }),
    ]
    const found = state({ rules })
    expect(found.refusals).toEqual([])
    expect([...found.required, ...found.hidden]).toEqual([])
    expect(state({ rules, device: 'desktop' }).refusals).toHaveLength(1)
  })
})

describe('sections', () => {
  test('a hidden section hides what stands in it, and nothing in it is asked for', () => {
    const rules = [rule({ type: 'hide', sections: ['more'] }), rule({ type: 'require', fields: ['reason'] })]
    const found = checked({ rules })
    expect([...found.state.hiddenSections]).toEqual(['more'])
    expect([...found.state.hidden].sort()).toEqual(['account', 'items', 'reason'])
    expect(requiredIssues(found)).toEqual([])
  })

  test('locks and requirements reach every field of a section, or the whole form', () => {
    expect([...state({ rules: [rule({ type: 'require', sections: ['main'] })] }).required]).toEqual([
      'name',
      'stage',
    ])
    expect(state({ rules: [rule({ type: 'lock', all: true })] }).locked.size).toBe(5)
  })
})

describe('rows', () => {
  const rows = {
    items: [
      { id: 'a', quantity: '5' },
      { quantity: '50', unit: 'box' },
    ],
  }
  const big = { rows: 'items', when: { gt: [{ var: 'quantity' }, 10] } }

  test('each row is judged by its own values', () => {
    const rules = [
      rule({ type: 'require', fields: ['items.note'] }, big),
      rule({ type: 'hide', fields: ['items.unit'] }, big),
      rule({ type: 'warn', field: 'items.quantity', message: { en: 'Many' } }, big),
    ]
    const found = checked({ rules, record: rows })
    expect(requiredIssues(found)).toEqual([{ pointer: '/values/items/1/note', code: 'required' }])
    expect([...found.state.hidden]).toEqual(['items/1/unit'])
    expect(warningIssues(found)).toEqual([
      { pointer: '/values/items/1/quantity', code: 'warned', params: { text: 'Many' } },
    ])
  })

  test('a row may ask for the record around it, over relations too', () => {
    const asks = { rows: 'items', when: { eq: [{ var: '$record.account.tier' }, 'gold'] } }
    const rules = [rule({ type: 'require', fields: ['items.note'] }, asks)]
    const found = checked({ rules, record: { ...rows, account: 'x', 'account.tier': 'gold' } })
    expect(requiredIssues(found)).toHaveLength(2)
  })

  test('a locked cell of a stored row stays as it was; a new row may begin with its default', () => {
    const rules = [rule({ type: 'lock', fields: ['items.quantity'] })]
    const old = { items: [{ id: 'a', quantity: '4' }] }
    const found = checked({ rules, record: rows, old })
    expect(lockIssues(found, { set: new Map(), sent: () => true }).map(({ pointer }) => pointer)).toEqual([
      '/values/items/0/quantity',
      '/values/items/1/quantity',
    ])
  })
})

describe('limited options', () => {
  const limit = (changes: Partial<Extract<RuleEffect, { type: 'limit' }>>): RuleEffect => ({
    type: 'limit',
    field: 'reason',
    ...changes,
  })

  test('are those of the list that meet the condition, of all rules at once', () => {
    const rules = [
      rule(limit({ options: ['price', 'time'] })),
      rule(limit({ where: { ne: [{ var: '$option' }, 'price'] } })),
    ]
    expect([...(state({ rules }).limited.get('reason')?.options ?? [])]).toEqual(['time'])
  })

  test('judge a choice when it is made and when what they ask for changes, not before', () => {
    const rules = [rule(limit({ options: ['price'] }))]
    const issues = (old: Record<string, unknown> | null) =>
      limitIssues(checked({ rules, record: { reason: 'other' }, old }))
    const refused = [{ pointer: '/values/reason', code: 'option-limited', params: { rule: 'The rule' } }]
    expect(issues(null)).toEqual(refused)
    expect(issues({ reason: 'time', stage: 'won' })).toEqual(refused)
    expect(issues({ reason: 'other', stage: 'open' })).toEqual(refused)
    expect(issues({ reason: 'other', stage: 'won' })).toEqual([])
  })

  test('may differ from row to row', () => {
    const where = { or: [{ gt: [{ var: 'quantity' }, 10] }, { ne: [{ var: '$option' }, 'box'] }] }
    const rules = [rule({ type: 'limit', field: 'items.unit', where }, { rows: 'items', when: true })]
    const { limited } = state({ rules, record: { items: [{ quantity: '5' }, { quantity: '50' }] } })
    expect([...limited].map(([spot, { options: left }]) => [spot, [...left].join()])).toEqual([
      ['items/0/unit', 'piece'],
      ['items/1/unit', 'piece,box'],
    ])
  })
})
