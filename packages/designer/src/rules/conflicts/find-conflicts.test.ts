import { indexDefinition } from '@pipewright/metadata'
import { aChoiceField, aForm, anApp, aNumberField, aTextField } from '@pipewright/metadata/builders'
import type { Expression, Rule, RuleEffect } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { ruleScope } from '../../scope/rule-scope.ts'
import { findConflicts } from './find-conflicts.ts'

const stage = (...keys: string[]): Expression => ({ in: [{ var: 'stage' }, keys] })
const above = (value: number): Expression => ({ gt: [{ var: 'amount' }, value] })
const below = (value: number): Expression => ({ lt: [{ var: 'amount' }, value] })

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
    'numbers that no number meets',
    [rule('a', { and: [above(10), below(9)] }, { type: 'hide', ...field })],
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
    fields: [
      aTextField(),
      aTextField({ key: 'reason' }),
      aChoiceField({ key: 'kind' }),
      aTextField({ key: 'stage' }),
      aNumberField({ key: 'amount' }),
    ],
  })
  const scope = ruleScope(indexDefinition(anApp({ forms: [form] })), { form: 'deal' }, 'en')
  expect(
    findConflicts(form, () => scope)
      .filter(({ field: at }) => at !== 'name' && (at !== 'kind' || rules[0]?.effects[0]?.type === 'limit'))
      .map(({ code, rule: first, other, field: at }) => [code, first, other, at].filter(Boolean).join(' ')),
  ).toEqual(found)
})
