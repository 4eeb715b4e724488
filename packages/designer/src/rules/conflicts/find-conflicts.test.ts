import { aChoiceField, aForm, aTextField } from '@pipewright/metadata/builders'
import type { Expression, Rule, RuleEffect } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { canHold } from './can-hold.ts'
import { findConflicts } from './find-conflicts.ts'

const stage = (...keys: string[]): Expression => ({ in: [{ var: 'stage' }, keys] })
const above = (value: number): Expression => ({ gt: [{ var: 'amount' }, value] })
const below = (value: number): Expression => ({ lt: [{ var: 'amount' }, value] })

test.each<[string, Expression, boolean]>([
  ['nothing asked', true, true],
  ['two values at once', { and: [stage('won'), stage('lost')] }, false],
  ['one of two lists', { or: [{ and: [stage('won'), stage('lost')] }, stage('open')] }, true],
  [
    'a value that is ruled out',
    { and: [{ eq: [{ var: 'stage' }, 'won'] }, { ne: [{ var: 'stage' }, 'won'] }] },
    false,
  ],
  [
    'empty and yet filled',
    { and: [{ isEmpty: [{ var: 'a' }] }, stage('x'), { eq: [{ var: 'a' }, 'b'] }] },
    false,
  ],
  ['above and below, apart', { and: [above(10), below(9)] }, false],
  ['above and below, touching', { and: [above(10), below(10)] }, false],
  ['above and below, overlapping', { and: [above(9), below(10)] }, true],
  [
    'numbers by their size, not their letters',
    { and: [above(9), { lt: [{ var: 'amount' }, '10.5'] }] },
    true,
  ],
  ['a value outside the range', { and: [{ eq: [{ var: 'amount' }, 5] }, above(10)] }, false],
  ['what is not understood', { and: [{ contains: [{ var: 'a' }, 'x'] }, { '!': [{ var: 'b' }] }] }, true],
])('%s', (_, condition, holds) => {
  expect(canHold(condition)).toBe(holds)
})

const rule = (key: string, when: Expression, effect: RuleEffect): Rule => ({
  key,
  label: { en: key },
  when,
  effects: [effect],
})

const field: { fields: string[] } = { fields: ['reason'] }
const set = (value: Expression): RuleEffect => ({ type: 'set', field: 'reason', value })

test.each<[string, Rule[], string[]]>([
  [
    'a condition that never holds',
    [rule('a', { and: [stage('won'), stage('lost')] }, { type: 'hide', ...field })],
    ['neverTrue a'],
  ],
  [
    'two values at the same time',
    [rule('a', stage('won', 'lost'), set('x')), rule('b', stage('won'), set('y'))],
    ['setTwice a b reason'],
  ],
  [
    'two values at different times',
    [rule('a', stage('won'), set('x')), rule('b', stage('lost'), set('y'))],
    [],
  ],
  ['the same value twice', [rule('a', stage('won'), set('x')), rule('b', stage('won'), set('x'))], []],
  [
    'a value that a later rule always replaces',
    [rule('a', { and: [stage('won'), above(1)] }, set({ var: 'name' })), rule('b', stage('won'), set('y'))],
    ['alwaysOverridden a b reason'],
  ],
  [
    'what is required while it is hidden',
    [
      rule('a', stage('won'), { type: 'hide', ...field }),
      rule('b', stage('won'), { type: 'require', ...field }),
    ],
    ['requiredHidden b a reason'],
  ],
  [
    'what is required while it is not shown',
    [
      rule('a', stage('won'), { type: 'show', ...field }),
      rule('b', stage('lost'), { type: 'require', ...field }),
    ],
    ['requiredHidden b a reason'],
  ],
  [
    'what is required while it may be hidden',
    [rule('a', above(5), { type: 'hide', ...field }), rule('b', stage('won'), { type: 'require', ...field })],
    [],
  ],
  [
    'what is required and locked',
    [
      rule('a', stage('won'), { type: 'require', ...field }),
      rule('b', above(5), { type: 'lock', all: true }),
    ],
    ['requiredLocked a b reason'],
  ],
  [
    'what is shown and hidden at once',
    [
      rule('a', stage('won'), { type: 'show', ...field }),
      rule('b', above(5), { type: 'hide', sections: ['main'] }),
    ],
    ['shownAndHidden a b reason'],
  ],
  [
    'what two rules never show together',
    [
      rule('a', stage('won'), { type: 'show', ...field }),
      rule('b', stage('lost'), { type: 'show', ...field }),
    ],
    ['neverShown a b reason'],
  ],
  [
    'options of which none is left',
    [
      rule('a', stage('won'), { type: 'limit', field: 'kind', options: ['x'] }),
      rule('b', above(5), { type: 'limit', field: 'kind', options: ['y'] }),
    ],
    ['noOptions a b kind'],
  ],
  ['a rule without a condition', [rule('a', null, set('x')), rule('b', stage('won'), set('y'))], []],
])('%s', (_, rules, found) => {
  const form = aForm({
    key: 'deal',
    rules,
    fields: [aTextField(), aTextField({ key: 'reason' }), aChoiceField({ key: 'kind' })],
  })
  expect(
    findConflicts(form)
      .filter(({ field: at }) => at !== 'name' && (at !== 'kind' || rules[0]?.effects[0]?.type === 'limit'))
      .map(({ code, rule: first, other, field: at }) => [code, first, other, at].filter(Boolean).join(' ')),
  ).toEqual(found)
})
