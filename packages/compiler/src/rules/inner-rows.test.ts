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
import { checkDefinition } from '@pipewright/metadata'
import { expect, test } from 'vitest'
import { checkExpressions } from '../check/check-expressions.ts'
import { compileApp } from '../app/compile-app.ts'
import { isHidden, limitIssues, lockIssues, refusalIssues, requiredIssues, warningIssues } from './index.ts'
import { ruleState } from './rule-state.ts'

const v = (name: string) => ({ var: name })
const options = ['piece', 'box', 'pallet'].map((key) => ({ key, label: { en: key } }))

const rule = (effect: RuleEffect, changes: Partial<Rule>): Rule => ({
  key: 'rule',
  label: { en: 'The rule' },
  when: { gt: [v('pieces'), v('$parent.most')] },
  rows: 'items.parts',
  effects: [effect],
  ...changes,
})

const definition = (rules: Rule[]) =>
  anApp({
    forms: [
      aForm({ key: 'product', fields: [aTextField(), aNumberField({ key: 'stock' })] }),
      aForm({
        key: 'order',
        rules,
        fields: [
          aTextField(),
          aLineItemsField({
            key: 'items',
            fields: [
              aNumberField({ key: 'most' }),
              aRelationField({ key: 'product', form: 'product', onDelete: 'clear' }),
              aLineItemsField({
                key: 'parts',
                fields: [
                  aNumberField({ key: 'pieces' }),
                  aTextField({ key: 'note' }),
                  aChoiceField({ key: 'unit', options }),
                ],
              }),
            ],
          }),
        ],
      }),
    ],
  })

const row = (id: string, pieces: string, more: object = {}) => ({ id, pieces, ...more })
const record = {
  name: 'strict',
  items: [
    { id: 'i1', most: '5', parts: [row('a', '9', { unit: 'box' }), row('b', '2', { unit: 'box' })] },
    { id: 'i2', most: '1', parts: [row('c', '2', { unit: 'box' })] },
  ],
}

const copy = () => JSON.parse(JSON.stringify(record)) as typeof record

function checked(given: Rule, old: object | null = null, data: object = record) {
  const app = compileApp(definition([given]), 1)
  const form = app.form('order')
  if (form === undefined) throw new Error('no form')
  const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC' }
  const subject = {
    form,
    context,
    writer: { roles: [], device: null },
    record: data as Record<string, unknown>,
    old: old as Record<string, unknown> | null,
  }
  return {
    subject,
    state: ruleState(subject),
    locale: 'en' as const,
    mayWrite: () => true,
    mayRead: () => true,
  }
}

const at = (issues: readonly { readonly pointer: string }[]) => issues.map(({ pointer }) => pointer)
const both = ['/values/items/0/parts/0', '/values/items/1/parts/0']

test('a rule over rows inside rows requires, warns and refuses at the very cell', () => {
  const note = (type: 'warn' | 'refuse') =>
    checked(rule({ type, field: 'items.parts.note', message: { en: 'Too many' } }, {}))
  const cells = both.map((cell) => `${cell}/note`)
  expect(at(requiredIssues(checked(rule({ type: 'require', fields: ['items.parts.note'] }, {}))))).toEqual(
    cells,
  )
  expect(at(warningIssues(note('warn')))).toEqual(cells)
  expect(at(refusalIssues(note('refuse')))).toEqual(cells)
})

test('a rule over the rows around acts on all rows inside one of them', () => {
  const outer = (effect: RuleEffect) => rule(effect, { rows: 'items', when: { eq: [v('most'), '5'] } })
  const required = checked(outer({ type: 'require', fields: ['items.parts.note'] }))
  expect(at(requiredIssues(required))).toEqual(
    ['0', '1'].map((position) => `/values/items/0/parts/${position}/note`),
  )
  const refused = checked(outer({ type: 'refuse', field: 'items.parts.note', message: { en: 'No' } }))
  expect(at(refusalIssues(refused))).toEqual(['/values/items/0/parts'])
})

test('what is hidden in a row inside a row is asked for nowhere else', () => {
  const { state } = checked(rule({ type: 'hide', fields: ['items.parts.note'] }, {}))
  const hidden = (path: string, ...rows: number[]) => isHidden(state, path, rows)
  expect([hidden('items.parts.note', 0, 0), hidden('items.parts.note', 0, 1)]).toEqual([true, false])
  expect([hidden('items.parts.note', 1, 0), hidden('items.parts.unit', 1, 0)]).toEqual([true, false])
  const whole = checked(
    rule({ type: 'hide', fields: ['items.parts'] }, { rows: 'items', when: { eq: [v('most'), '5'] } }),
  )
  expect(isHidden(whole.state, 'items.parts.note', [0, 1])).toBe(true)
  expect(isHidden(whole.state, 'items.parts.note', [1, 0])).toBe(false)
})

test('a locked cell of a row inside a row stays as it was stored', () => {
  const locked = rule({ type: 'lock', fields: ['items.parts.unit'] }, {})
  const old = copy()
  for (const { parts } of old.items) for (const part of parts) Object.assign(part, { unit: 'pallet' })
  const none = { set: new Map(), sent: () => true }
  expect(at(lockIssues(checked(locked, old), none)).toSorted()).toEqual(both.map((cell) => `${cell}/unit`))
  expect(lockIssues(checked(locked, record), none)).toEqual([])
})

test('options are limited per cell, and judged again when what the row around holds changes', () => {
  const limit = rule(
    { type: 'limit', field: 'items.parts.unit', options: ['piece'] },
    { when: { gt: [v('pieces'), v('$parent.most')] } },
  )
  expect(at(limitIssues(checked(limit)))).toEqual(both.map((cell) => `${cell}/unit`))
  expect(limitIssues(checked(limit, record))).toEqual([])
  const before = copy()
  Object.assign(before.items[1] ?? {}, { most: '8' })
  expect(at(limitIssues(checked(limit, before)))).toEqual(['/values/items/1/parts/0/unit'])
})

test('such a rule may ask for the row around, what that looks up, and the record; nothing else', () => {
  const problems = (given: Rule) => {
    const app = definition([given])
    return [...checkDefinition(app), ...checkExpressions(app)].map(({ code }) => code)
  }
  const asking = (name: string) =>
    problems(rule({ type: 'require', fields: ['items.parts.note'] }, { when: { gt: [v(name), '1'] } }))
  expect(asking('$parent.most')).toEqual([])
  expect(asking('$parent.product.stock')).toEqual([])
  expect(asking('$parent.pieces')).not.toEqual([])
  expect(problems(rule({ type: 'require', fields: ['name'] }, { rows: 'items.name' }))).not.toEqual([])
  expect(problems(rule({ type: 'set', field: 'items.parts', value: null }, {}))).not.toEqual([])
  const form = compileApp(
    definition([
      rule(
        { type: 'hide', fields: ['items.parts.note'] },
        { when: { gt: [v('$parent.product.stock'), '1'] } },
      ),
    ]),
    1,
  ).form('order')
  expect(form?.items[0]?.lookups).toEqual([['product', 'stock']])
})
