import { expect, test } from 'vitest'
import { issueProblems, Told } from './row-problems.ts'

const at = (field: string | null) => ({ row: 7, column: null, field, value: null })

test('what is said about a record is said about its field, and a line item by its place', () => {
  const problems = issueProblems(
    [
      { pointer: '/values/amount', code: 'required' },
      { pointer: '/values/items/2/price', code: 'warned', params: { text: 'dear' } },
      { pointer: '', code: 'warned' },
    ],
    at,
  )
  expect(problems).toEqual([
    { ...at('amount'), code: 'required' },
    { ...at('items'), code: 'warned', params: { text: 'dear' }, item: 2 },
    { ...at(null), code: 'warned' },
  ])
})

test('every row is counted and only the first of what is told is kept', () => {
  const told = new Told(2)
  const [problem] = issueProblems([{ pointer: '', code: 'required' }], at)
  for (const each of [null, [], [problem, problem], [problem]])
    told.add(each?.flatMap((one) => one ?? []) ?? null)
  expect([told.rows, told.kept.length]).toEqual([2, 2])
})
