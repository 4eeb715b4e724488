import { expect, test } from 'vitest'
import { describeCondition } from './describe-condition.ts'
import { explainProblem } from './explain-problem.ts'
import type { Expression } from './expression.ts'
import { scopeOf } from './scope.ts'
import { BOOLEAN, DATE, NUMBER, TEXT } from './value-type.ts'

const fields = [
  { path: ['stage'], en: 'Stage', zh: '阶段', type: TEXT },
  { path: ['amount'], en: 'Amount', zh: '金额', type: NUMBER },
  { path: ['due'], en: 'Due date', zh: '截止日期', type: DATE },
  { path: ['open'], en: 'Open', zh: '进行中', type: BOOLEAN },
]
const options = { en: { won: 'Won', lost: 'Lost' }, zh: { won: '赢单', lost: '输单' } }

function scopeIn(locale: 'en' | 'zh') {
  const known: Readonly<Record<string, string>> = options[locale]
  const scope = scopeOf(fields.map((field) => ({ path: field.path, type: field.type, label: field[locale] })))
  return {
    ...scope,
    optionLabel: (path: readonly string[], key: string) => (path[0] === 'stage' ? known[key] : undefined),
  }
}

const stage: Expression = { var: 'stage' }

test.each<[Expression, string, string]>([
  [
    { and: [{ eq: [stage, 'won'] }, { gte: [{ var: 'amount' }, 10_000] }] },
    'Stage is Won and Amount is at least 10,000',
    '阶段 是 赢单 且 金额 ≥ 10,000',
  ],
  [
    {
      and: [
        { or: [{ eq: [stage, 'won'] }, { isEmpty: [stage] }] },
        { lt: [{ var: 'due' }, { var: '$today' }] },
      ],
    },
    '(Stage is Won or Stage is empty) and Due date is before today',
    '（阶段 是 赢单 或 阶段 为空） 且 截止日期 早于 今天',
  ],
  [{ in: [stage, ['won', 'lost']] }, 'Stage is one of Won or Lost', '阶段 是 赢单、输单 之一'],
  [{ '!': [{ contains: [stage, 'x'] }] }, 'not (Stage contains x)', '并非（阶段 包含 x）'],
  [{ eq: [{ var: 'open' }, true] }, 'Open is yes', '进行中 是 是'],
  [{ inLastDays: [{ var: 'due' }, 7] }, 'Due date is in the last 7 days', '截止日期 在最近 7 天内'],
  [
    { inLast: [{ var: 'due' }, 1, 'quarter'] },
    'Due date is in the last 1 quarter',
    '截止日期 在最近 1 个季度内',
  ],
  [
    { inNextWhole: [{ var: 'due' }, 3, 'month'] },
    'Due date is in the 3 months after the current one',
    '截止日期 在当前之后的 3 个月内',
  ],
  [{ yearToDate: [{ var: 'due' }] }, 'Due date is in this year to date', '截止日期 在本年至今'],
  [{ in: [{ var: 'stage' }, { var: '$team' }] }, 'Stage is one of my team', '阶段 是 我的团队 之一'],
  [
    { gt: [{ mul: [{ var: 'amount' }, 2] }, '1234.5'] },
    'Amount * 2 is more than 1234.5',
    '金额 * 2 > 1234.5',
  ],
  [{ lte: [{ var: 'amount' }, '1234567.50'] }, 'Amount is at most 1,234,567.50', '金额 ≤ 1,234,567.50'],
])('%j reads as a sentence', (condition, en, zh) => {
  expect(describeCondition(condition, scopeIn('en'), 'en')).toBe(en)
  expect(describeCondition(condition, scopeIn('zh'), 'zh')).toBe(zh)
})

test('a problem is explained in both languages', () => {
  const problem = { code: 'wrongType', params: { expected: 'number, date', actual: 'list of text' } } as const
  expect(explainProblem(problem, 'en')).toBe('Expected a number or a date, but this is a list.')
  expect(explainProblem(problem, 'zh')).toBe('此处需要数值或日期，实际是列表。')
  const count = { code: 'wrongCount', params: { operator: 'minimum', least: 1, most: 2 } } as const
  expect(explainProblem(count, 'en')).toBe('“MIN” takes 1 to 2 values.')
})
