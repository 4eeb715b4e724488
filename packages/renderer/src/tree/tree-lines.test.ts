import { expect, it } from 'vitest'
import { aRecord } from '../testing/render-app.tsx'
import { levelToTurn, liesBelow, treeLines, type TreeLevel } from './tree-lines.ts'

const level = (
  ids: readonly string[],
  children: Record<string, number> = {},
  changes: Partial<TreeLevel> = {},
): TreeLevel => ({
  rows: ids.map((id) => aRecord({ id, title: id })),
  hasMore: false,
  failed: false,
  children: Object.fromEntries(Object.entries(children).map(([id, count]) => [id, { count, exact: true }])),
  paths: {},
  ...changes,
})

const told = (lines: ReturnType<typeof treeLines>) =>
  lines.map((line) => `${'  '.repeat(line.depth)}${line.kind === 'row' ? line.record.id : line.kind}`)

it('shows what is open, what is on its way and what there is more of', () => {
  const levels = new Map<string | null, TreeLevel | undefined>([
    [null, level(['a', 'b', 'c'], { a: 2, b: 1, c: 1 }, { hasMore: true })],
    ['a', level(['a1', 'a2'], { a2: 1 })],
    ['b', undefined],
    ['a2', level([], {}, { failed: true })],
  ])
  const lines = treeLines(levels, new Set(['a', 'a2', 'b']))
  expect(told(lines)).toEqual(['a', '  a1', '  a2', '    failed', 'b', '  waiting', 'c', 'more'])
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  expect(levelToTurn(lines, true)).toEqual(['c'])
  expect(levelToTurn(lines, false)).toEqual(['a2'])
})

it('says how many a level has only where that is known', () => {
  const sizes = (changes: Partial<TreeLevel>, count: number, exact: boolean) =>
    treeLines(
      new Map([
        [null, level(['a'], {}, { children: { a: { count, exact } } })],
        ['a', level(['b'], {}, changes)],
      ]),
      new Set(['a']),
    ).flatMap((line) => (line.kind === 'row' ? [line.size] : []))
  expect(sizes({}, 1, true)).toEqual([1, 1])
  expect(sizes({ hasMore: true }, 9, true)).toEqual([1, 9])
  expect(sizes({ hasMore: true }, 20_000, false)).toEqual([1, -1])
})

it('ends where a circle would begin again, and shows the records of circles once, at the end', () => {
  const levels = new Map<string | null, TreeLevel | undefined>([
    [null, level(['top'])],
    ['a', level(['b', 'leaf'], { b: 1 })],
    ['b', level(['a'], { a: 2 })],
  ])
  const circles = level(['a', 'b'], { a: 2, b: 1 })
  expect(told(treeLines(levels, new Set(['a', 'b']), circles))).toEqual(['top', 'a', '  leaf', 'b'])
  const without = new Map(levels).set(null, level(['a'], { a: 2 }))
  expect(told(treeLines(without, new Set(['a', 'b'])))).toEqual(['a', '  b', '    a', '  leaf'])
})

it('shows a record that has moved in its new place alone, while the old one is still being read', () => {
  const moved = { ...level([]), rows: [aRecord({ id: 'b', version: 2 })] }
  const levels = new Map<string | null, TreeLevel | undefined>([
    [null, level(['a', 'c'], { a: 1, c: 1 })],
    ['a', { ...level([]), rows: [aRecord({ id: 'b', version: 1 })] }],
    ['c', moved],
  ])
  expect(told(treeLines(levels, new Set(['a', 'c'])))).toEqual(['a', 'c', '  b'])
})

it('knows what lies below what', () => {
  const levels = new Map<string | null, TreeLevel | undefined>([
    [null, level(['a', 'z'], { a: 1 })],
    ['a', level(['b'])],
  ])
  const lines = treeLines(levels, new Set(['a']))
  expect(liesBelow(lines, 'b', 'a')).toBe(true)
  expect(liesBelow(lines, 'a', 'a')).toBe(true)
  expect(liesBelow(lines, 'z', 'a')).toBe(false)
})
