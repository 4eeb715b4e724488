import type { RecordAnswer, TreePage } from '@pipewright/contract'

type TreeStep = TreePage['paths'][string][number]
export type ChildCount = TreePage['children'][string]

/** What is here of the records under one record, or under none. */
export interface TreeLevel {
  readonly rows: readonly RecordAnswer[]
  readonly hasMore: boolean
  readonly failed: boolean
  readonly children: TreePage['children']
  readonly paths: TreePage['paths']
}

export interface TreeRowLine {
  readonly kind: 'row'
  readonly key: string
  readonly record: RecordAnswer
  readonly depth: number
  /** Its place in its level. */
  readonly place: number
  /** How many there are in its level; -1 while nobody knows. */
  readonly size: number
  /** The key of the line above it, where that is shown. */
  readonly above: string | null
  readonly children: ChildCount
  readonly open: boolean
  /** What lies above a record that stands without it. */
  readonly path: readonly TreeStep[]
}

export interface TreeRestLine {
  /** There is more of a level, it is on its way, or it did not come. */
  readonly kind: 'more' | 'waiting' | 'failed'
  readonly key: string
  readonly depth: number
  /** The record whose level it is. */
  readonly under: string | null
  readonly above: string | null
}

export type TreeLine = TreeRowLine | TreeRestLine

const nothing: ChildCount = { count: 0, exact: true }

interface Place {
  readonly under: string | null
  readonly above: string | null
  readonly depth: number
  readonly way: readonly string[]
  readonly count: ChildCount | undefined
}

/** The versions that are known of records, the newest of each. */
function newestIn(levels: Iterable<TreeLevel | undefined>): ReadonlyMap<string, number> {
  const newest = new Map<string, number>()
  for (const level of levels)
    for (const { id, version } of level?.rows ?? [])
      newest.set(id, Math.max(version, newest.get(id) ?? version))
  return newest
}

/**
 * The lines of a tree as far as it is open and here; undefined where a level is still on its way. Records of circles, which
 * lie in no level, follow at the end, each once.
 */
export function treeLines(
  levels: ReadonlyMap<string | null, TreeLevel | undefined>,
  open: ReadonlySet<string>,
  circles?: TreeLevel,
): readonly TreeLine[] {
  const lines: TreeLine[] = []
  const newest = newestIn(levels.values())
  const inCircles = new Set(circles?.rows.map(({ id }) => id))
  const add = (here: TreeLevel, { under, above, depth, way, count }: Place): void => {
    const known = count?.exact === true ? count.count : -1
    const size = here.hasMore ? known : here.rows.length
    for (const [place, record] of here.rows.entries()) {
      const { id } = record
      // A circle that was made before there was a tree ends where it would begin again.
      if (under !== null && inCircles.has(id)) continue
      // It has moved: where it was is being read anew.
      if (record.version < (newest.get(id) ?? 0)) continue
      const children = way.includes(id) ? nothing : (here.children[id] ?? nothing)
      const isOpen = children.count > 0 && open.has(id)
      const key = [...way, id].join(' ')
      const path = here.paths[id] ?? []
      lines.push({ kind: 'row', key, record, depth, place, size, above, children, open: isOpen, path })
      if (isOpen) level({ under: id, above: key, depth: depth + 1, way: [...way, id], count: children })
    }
  }
  const level = (place: Place): void => {
    const { under, above, depth, way } = place
    const here = levels.get(under)
    const rest = (kind: TreeRestLine['kind']) =>
      lines.push({ kind, key: [...way, kind].join(' '), depth, under, above })
    if (here === undefined) return void rest('waiting')
    add(here, place)
    if (here.failed) rest('failed')
    else if (here.hasMore) rest('more')
  }
  const top: Place = { under: null, above: null, depth: 0, way: [], count: undefined }
  level(top)
  if (circles !== undefined) add(circles, { ...top, way: ['circle'] })
  return lines
}

/** The keys of the lines that lead to one, its own first. */
export function keysAbove(lines: readonly TreeLine[], key: string): readonly string[] {
  const keys: string[] = []
  for (let at: string | null = key; at !== null;) {
    const line = lines.find((each) => each.key === at)
    if (line === undefined) break
    keys.push(line.key)
    at = line.above
  }
  return keys
}

/** Whether a record is another one or lies below it, as far as the tree shows it. */
export function liesBelow(lines: readonly TreeLine[], id: string, above: string): boolean {
  const shown = lines.filter((line): line is TreeRowLine => line.kind === 'row')
  const ids = new Map(shown.map(({ key, record }) => [key, record.id]))
  return shown.some(
    ({ key, record }) => record.id === id && keysAbove(lines, key).some((each) => ids.get(each) === above),
  )
}

/** What opens one level more: the closed rows that lie highest; or closes one: the open rows that lie deepest. */
export function levelToTurn(lines: readonly TreeLine[], opens: boolean): readonly string[] {
  const rows = lines.flatMap((line) =>
    line.kind === 'row' && line.children.count > 0 && line.open !== opens ? [line] : [],
  )
  const depths = rows.map(({ depth }) => depth)
  const depth = opens ? Math.min(...depths) : Math.max(...depths)
  return rows.filter((row) => row.depth === depth).map(({ record }) => record.id)
}

/** The records of the lines, each once: one in a circle may be drawn in several places. */
export const recordsOf = (lines: readonly TreeLine[]): RecordAnswer[] => [
  ...new Map(lines.flatMap((line) => (line.kind === 'row' ? [[line.record.id, line.record]] : []))).values(),
]
