import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import type { Data } from './evaluate.ts'
import type { Expression } from './expression.ts'
import suite from './testing/json-logic/suite.json' with { type: 'json' }
import { sampleContext } from './testing/sample-form.ts'

const data = { n: 3, list: [1, 2, 3], rows: [{ qty: 1 }, { qty: 2 }], nested: { deep: 'x' }, empty: '' }

/** JSON Logic as its documentation has it: nothing of ours may show through. */
const cases: readonly [Expression, unknown][] = [
  [true, true],
  [17, 17],
  ['apple', 'apple'],
  [null, null],
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  [{ '==': [1, '1'] }, true],
  [{ '===': [1, '1'] }, false],
  [{ '!=': [1, 2] }, true],
  [{ '!==': [1, '1'] }, true],
  [{ '>': [2, 1] }, true],
  [{ '<': [1, 2, 3] }, true],
  [{ '<=': [1, 4, 3] }, false],
  [{ '>=': ['2', 1] }, true],
  [{ '!!': [[]] }, false],
  [{ '!!': ['0'] }, true],
  [{ '!': [0] }, true],
  [{ '!': true }, false],
  [{ or: [false, 'x'] }, 'x'],
  [{ or: [0, ''] }, ''],
  [{ and: [1, 0, 2] }, 0],
  [{ and: ['a', 'b'] }, 'b'],
  [{ if: [] }, null],
  [{ if: [true] }, true],
  [{ if: [false, 1] }, null],
  [{ if: [[], 1, '0', 2, 3] }, 2],
  [{ '?:': [true, 1, 2] }, 1],
  [{ in: ['Spring', 'Springfield'] }, true],
  [{ in: ['i', 'team'] }, false],
  [{ in: [{ var: 'n' }, ['3', 2]] }, false],
  [{ in: ['Bart', ['Bart', 'Homer']] }, true],
  [{ cat: ['ice', 'cream', 1] }, 'icecream1'],
  [{ substr: ['jsonlogic', -5] }, 'logic'],
  [{ substr: ['jsonlogic', 4, -2] }, 'log'],
  [{ '+': [1, '2', 3] }, 6],
  [{ '+': '3.14' }, 3.14],
  [{ '-': [2] }, -2],
  [{ '-': [3, 1] }, 2],
  [{ '*': [2, 3, 4] }, 24],
  [{ '/': [1, 2] }, 0.5],
  [{ '%': [5, 2] }, 1],
  [{ min: [3, 1, 2] }, 1],
  [{ max: [1, 3, 2] }, 3],
  [{ merge: [[1], 2, [3]] }, [1, 2, 3]],
  [{ var: 'n' }, 3],
  [{ var: ['n'] }, 3],
  [{ var: ['z', 9] }, 9],
  [{ var: 'nested.deep' }, 'x'],
  [{ var: 'list.1' }, 2],
  [{ var: 'empty' }, ''],
  [{ var: 'z' }, null],
  [{ var: '' }, data],
  [{ var: [] }, data],
  [{ var: { if: [true, 'n', 'z'] } }, 3],
  [{ missing: ['n', 'z', 'empty'] }, ['z', 'empty']],
  [{ missing_some: [1, ['n', 'z']] }, []],
  [{ map: [{ var: 'list' }, { '*': [{ var: '' }, 2] }] }, [2, 4, 6]],
  [{ filter: [{ var: 'list' }, { '>': [{ var: '' }, 1] }] }, [2, 3]],
  [{ reduce: [{ var: 'list' }, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] }, 6],
  [{ all: [{ var: 'rows' }, { '>': [{ var: 'qty' }, 0] }] }, true],
  [{ some: [{ var: 'rows' }, { '>': [{ var: 'qty' }, 1] }] }, true],
  [{ none: [{ var: 'rows' }, { '>': [{ var: 'qty' }, 1] }] }, false],
]

test.each(cases)('standard %j is %j', (expression, expected) => {
  expect(evaluate(expression, data, sampleContext)).toEqual(expected)
})

type PublicCase = readonly [rule: Expression, data: unknown, answer: unknown]
const publicCases = (suite as readonly unknown[]).filter(
  (entry): entry is PublicCase => Array.isArray(entry) && entry.length === 3,
)

test.each(publicCases)('the public suite: %j on %j is %j', (rule, data, answer) => {
  expect(evaluate(rule, data as Data, sampleContext)).toEqual(answer)
})

test('typed operations run inside standard ones', () => {
  const expression = { map: [{ var: 'rows' }, { add: [{ var: 'qty' }, 0.1] }] }
  expect(evaluate(expression, data, sampleContext)).toEqual(['1.1', '2.1'])
  expect(evaluate({ add: [{ '+': [1, 2] }, 1] }, data, sampleContext)).toBe('4')
})

test('the clock is known inside loops', () => {
  expect(evaluate({ map: [[1], { var: '$today' }] }, data, sampleContext)).toEqual(['2026-11-21'])
})
