import { expect, test } from 'vitest'
import { contradictions, groupRows, type Grouping } from './group-rows.ts'

const rowsOf = (...cells: string[][]) => cells.map((own, at) => ({ row: at + 2, cells: own }))
const grouped = (grouping: Grouping, ...cells: string[][]) =>
  groupRows(grouping, [], rowsOf(...cells)).map(({ rows }) => rows.map(({ row }) => row))

const plain: Grouping = { own: [0, 1], keys: [], lines: [2, 3] }
const keyed: Grouping = { ...plain, keys: [0] }

test.each([
  ['empty cells of the record', plain, ['', ''], [[2, 3]]],
  ['the same cells', plain, ['a', 'x'], [[2, 3]]],
  ['other cells', plain, ['a', 'y'], [[2], [3]]],
  ['some cells only', plain, ['a', ''], [[2], [3]]],
  ['the same key with other cells', keyed, ['a', 'y'], [[2, 3]]],
  ['the key alone', keyed, ['a', ''], [[2, 3]]],
  ['another key', keyed, ['b', 'x'], [[2], [3]]],
  ['no key with other cells', keyed, ['', 'y'], [[2], [3]]],
] as const)('a further row with %s', (_name, grouping, own, groups) => {
  expect(grouped(grouping, ['a', 'x', 'pump', '1'], [...own, 'valve', '2'])).toEqual(groups)
})

test.each([
  ['the same of it is a further line', 'x', [[2, 3]]],
  ['something else begins another', 'y', [[2], [3]]],
] as const)('where neither row names its record, one that says %s', (_name, said, groups) => {
  expect(grouped(keyed, ['', 'x', 'pump', '1'], ['', said, 'valve', '2'])).toEqual(groups)
})

test('a row without a line begins a record, and so does the first one', () => {
  expect(grouped(keyed, ['', '', 'pump', '1'], ['a', 'x', '', ''], ['a', 'x', '', ''])).toEqual([
    [2],
    [3],
    [4],
  ])
})

test('a further row that says something else of its record is found by its columns', () => {
  const [head, row] = rowsOf(['a', 'x', 'pump', '1'], ['a', 'y', 'valve', '2'])
  expect(head && row && contradictions(keyed, head, row)).toEqual([1])
})

test('rows that come in batches go on with the record before them', () => {
  const groups = groupRows(plain, [], rowsOf(['a', 'x', 'pump', '1']))
  groupRows(plain, groups, [{ row: 3, cells: ['', '', 'valve', '2'] }])
  expect(groups.map(({ rows }) => rows.length)).toEqual([2])
})
