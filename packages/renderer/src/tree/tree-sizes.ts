import type { TreeLine } from './tree-lines.ts'

const heights = { usual: 36, withPath: 52, narrow: 60 }

/** How high a line is: on a phone there is room for a thumb. */
export const heightOf = (line: TreeLine | undefined, narrow: boolean): number => {
  const hasPath = line?.kind === 'row' && line.path.length > 0
  if (narrow) return hasPath ? heights.narrow + 18 : heights.narrow
  return hasPath ? heights.withPath : heights.usual
}

/** On a phone, what lies deeper than this is not moved in further, so that its name has room. */
const deepestNarrow = 7

/** How far a record is moved in. */
export const insetOf = (depth: number, narrow: boolean): number =>
  narrow ? Math.min(depth, deepestNarrow) * 16 : 8 + depth * 20
