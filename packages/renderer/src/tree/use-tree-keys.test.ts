import { expect, it } from 'vitest'
import { aRecord } from '../testing/render-app.tsx'
import { treeLines, type TreeLevel } from './tree-lines.ts'
import { nextLine } from './use-tree-keys.ts'

const level = (ids: readonly string[], open: readonly string[] = []): TreeLevel => ({
  rows: ids.map((id) => aRecord({ id, title: id })),
  hasMore: ids.includes('b'),
  failed: false,
  children: Object.fromEntries(open.map((id) => [id, { count: 2, exact: true }])),
  paths: {},
})
// a, a1, a2, b, more
const lines = treeLines(
  new Map([
    [null, level(['a', 'b'], ['a', 'b'])],
    ['a', level(['a1', 'a2'])],
  ]),
  new Set(['a']),
)

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 3, 4],
  ['ArrowDown', 4, undefined],
  ['ArrowUp', 0, undefined],
  ['ArrowRight', 0, 1],
  ['ArrowRight', 3, undefined],
  ['ArrowLeft', 2, 0],
  ['ArrowLeft', 3, undefined],
  ['PageDown', 0, 4],
  ['Home', 3, 0],
  ['End', 0, 4],
] as const)('%s leads from %i to %s', (key, from, to) => {
  expect(nextLine(lines, from, key)).toBe(to)
})
