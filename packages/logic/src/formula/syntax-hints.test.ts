import { describe, expect, test } from 'vitest'
import { explainProblem } from '../explain-problem.ts'
import { scopeOf } from '../scope.ts'
import { BOOLEAN, DATE, DATE_TIME, NUMBER, TEXT } from '../value-type.ts'
import { parseFormula } from './parse-formula.ts'
import { writeFormula } from './write-formula.ts'

const scope = {
  ...scopeOf([
    { path: ['amount'], label: 'Amount', type: NUMBER },
    { path: ['open'], label: 'Open', type: BOOLEAN },
    { path: ['close'], label: 'Close date', type: DATE },
    { path: ['called'], label: 'Called', type: DATE_TIME },
    { path: ['stage'], label: '阶段', type: TEXT },
    { path: ['source'], label: 'Source', type: TEXT },
  ]),
  option: (path: readonly string[], text: string) =>
    path[0] === 'stage' ? ({ won: 'won', 赢单: 'won', lost: 'lost', Lost: 'lost' }[text] ?? null) : undefined,
  optionLabel: (path: readonly string[], key: string) =>
    path[0] === 'stage' ? { won: '赢单', lost: 'Lost' }[key] : undefined,
  column: ([, key = '']: readonly string[]) => ({ amount: NUMBER, status: TEXT })[key],
  columnOption: (path: readonly string[], text: string) =>
    path.join('.') === 'order.status' ? ({ paid: 'paid', 已付: 'paid' }[text] ?? null) : undefined,
  columnOptionLabel: (_: readonly string[], key: string) => (key === 'paid' ? '已付' : undefined),
  forms: () => [{ key: 'order', names: ['Orders'], fields: () => [] }],
}

const read = (text: string) => parseFormula(text, scope)

describe('what people know from elsewhere', () => {
  test.each([
    ["IF(amount > 1, 'a', 'b')", 'singleQuote', "'"],
    ['SUM(A1:A5)', 'cellRange', ':'],
    ['Amount ^ 2', 'powerSign', '^'],
    ['Amount ** 2', 'powerSign', '*'],
    ['Amount > 1 AND Open', 'functionForm', 'AND'],
    ['NOT Amount > 1', 'functionForm', 'NOT'],
    ['IF Amount > 1 THEN 2', 'functionForm', 'IF'],
    ['Amount 且 Open', 'functionForm', '且'],
    ['Close date + 30', 'spacedName', 'Close date'],
    ['YEAR(close date)', 'spacedName', 'close date'],
    ['1,000 + 5', 'groupedNumber', '1,000'],
    ['IF(Amount > 100,000, "big", "small")', 'groupedNumber', '100,000'],
    ['12,345,678', 'groupedNumber', '12,345,678'],
    ['阶段 = "成单"', 'unknownOption', '"成单"'],
    ['IN(阶段, {"won", "gone"})', 'unknownOption', '{"won", "gone"}'],
    ['COUNTIFS(order.status, "unpaid")', 'unknownOption', '"unpaid"'],
  ])('%s is refused at the place with the way to write it', (text, code, word) => {
    const [problem] = read(text).problems
    expect(problem).toMatchObject({ code })
    expect(text.slice(problem?.from, problem?.to)).toBe(word)
    const told = (['en', 'zh'] as const).map((locale) => problem && explainProblem(problem, locale))
    expect(told.join(' ')).not.toMatch(/\{\w+\}/)
  })

  test.each(['MAX(1, 100, 200)', 'CHOOSE(1, 100,200)', 'Source = "anything"', '阶段 = ""'])(
    '%s says what it says',
    (text) => expect(read(text).problems).toEqual([]),
  )

  test('a number in quotes is text', () => {
    expect(read('Amount > "100,000 or more"').problems).toMatchObject([{ code: 'wrongType' }])
  })

  test('a field is told as it was written', () => {
    const [problem] = read('阶段.x = 1').problems
    expect(problem && explainProblem(problem, 'zh')).toContain('阶段.x')
  })
})

describe('options', () => {
  test.each([
    ['阶段 = "赢单"', { eq: [{ var: 'stage' }, 'won'] }],
    ['"赢单" <> 阶段', { ne: ['won', { var: 'stage' }] }],
    ['IN(阶段, {"赢单", "lost"})', { in: [{ var: 'stage' }, ['won', 'lost']] }],
    [
      'SWITCH(阶段, "赢单", "赢单", "Lost", "x", "赢单")',
      { switch: [{ var: 'stage' }, 'won', '赢单', 'lost', 'x', '赢单'] },
    ],
    ['Source = "赢单"', { eq: [{ var: 'source' }, '赢单'] }],
    [
      'SUMIFS(order.amount, order.status, "已付", order.amount, ">5")',
      {
        sumIfs: [
          { column: 'order.amount' },
          { column: 'order.status' },
          'paid',
          { column: 'order.amount' },
          '>5',
        ],
      },
    ],
    ['COUNTIFS(order.status, "<>已付")', { countIfs: [{ column: 'order.status' }, '<>paid'] }],
  ])('%s names them as people do and stores their keys', (text, expression) => {
    const parsed = read(text)
    expect(parsed).toMatchObject({ problems: [], expression })
    expect(parseFormula(writeFormula(parsed.expression, scope) ?? '', scope).expression).toEqual(expression)
  })

  test('are written by their labels', () => {
    expect(writeFormula({ in: [{ var: 'stage' }, ['won', 'lost']] }, scope)).toBe(
      'IN(阶段, {"赢单", "Lost"})',
    )
  })
})

describe('days', () => {
  test.each([
    ['TODAY() - [Close date]', { days: [{ today: [] }, { var: 'close' }] }],
    ['Called - [Close date]', { days: [{ var: 'called' }, { var: 'close' }] }],
    ['[Close date] + 30', { dateAdd: [{ var: 'close' }, 30, 'day'] }],
    ['[Close date] - 30', { dateAdd: [{ var: 'close' }, -30, 'day'] }],
    ['[Close date] - Amount', { dateAdd: [{ var: 'close' }, { neg: [{ var: 'amount' }] }, 'day'] }],
    ['7 + [Close date]', { dateAdd: [{ var: 'close' }, 7, 'day'] }],
    ['[Close date] + 30 - TODAY()', { days: [{ dateAdd: [{ var: 'close' }, 30, 'day'] }, { today: [] }] }],
  ])('%s counts them as spreadsheets do', (text, expression) => {
    expect(read(text)).toMatchObject({ problems: [], expression })
  })

  test('two dates have no sum', () => {
    expect(read('[Close date] + TODAY()').problems).toMatchObject([
      { code: 'wrongType' },
      { code: 'wrongType' },
    ])
  })
})

describe('signs of Chinese keyboards', () => {
  test.each([
    ['【Close date】', { var: 'close' }],
    ['［Close date］', { var: 'close' }],
    ['Amount×10', { mul: [{ var: 'amount' }, 10] }],
    ['Amount÷2', { div: [{ var: 'amount' }, 2] }],
  ])('%s is read', (text, expression) => {
    expect(read(text)).toMatchObject({ problems: [], expression })
  })

  test('a bracket that is not closed is told', () => {
    expect(read('【Amount').problems).toMatchObject([{ code: 'missingBracket', params: { bracket: '【' } }])
  })
})
