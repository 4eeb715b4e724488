import {
  countLimit,
  planChildCounts,
  planCircles,
  planPaths,
  type BranchesRequest,
  type RecordAnswer,
} from '@pipewright/compiler'
import type { Transacting } from '../connection/connection.ts'
import { DatabaseError } from '../connection/database-error.ts'
import { countRecords, type RecordCount } from './count-records.ts'
import type { Outcome } from './outcome.ts'
import { queryRecords, type PageRequest } from './query-records.ts'
import { readSceneOf, run, runOnce, type Scene } from './scene.ts'

export interface TreeRequest extends Omit<PageRequest, 'deleted' | 'under' | 'ids'>, BranchesRequest {
  /** The record whose level is asked for; without one the highest. A search goes through all levels. */
  readonly under?: string | null | undefined
}

export interface TreeStep {
  readonly id: string
  readonly title: string
}

interface TreeLevel {
  readonly rows: readonly RecordAnswer[]
  readonly next: string | null
  /** How many records lie right under each; those without any are left out. */
  readonly children: Readonly<Record<string, RecordCount>>
  /** What lies above each that was found or is left of a filter, the highest first. */
  readonly paths: Readonly<Record<string, readonly TreeStep[]>>
}

export type TreePage = Outcome<TreeLevel>

interface PathLine {
  readonly start: string
  readonly id: string
  readonly title: string | null
}

/** The way to each record, cut where it comes to itself again. */
function pathsOf(lines: readonly PathLine[]): Record<string, TreeStep[]> {
  const paths: Record<string, TreeStep[]> = {}
  const ended = new Set<string>()
  for (const { start, id, title } of lines) {
    const path = (paths[start] ??= [])
    if (id === start || path.some((step) => step.id === id)) ended.add(start)
    if (!ended.has(start)) path.unshift({ id, title: title ?? '' })
  }
  return paths
}

/** Of so many records of a page it is said about how many lie under each; that takes a look at the table for each. */
const mostAbout = 3

async function childrenOf(
  on: Transacting,
  scene: Scene,
  form: string,
  { parent, filter }: BranchesRequest,
  ids: readonly string[],
): Promise<Outcome<{ readonly children: TreeLevel['children'] }>> {
  // Of no records, too, the relation must be one that may be read.
  const plan = planChildCounts(readSceneOf(scene), form, { parent, filter }, ids)
  if (!plan.ok) return plan
  if (ids.length === 0) return { ok: true, children: {} }
  const counted = await runOnce<{ id: string; count: number }>(on, plan.statement)
  const children: Record<string, RecordCount> = {}
  let about = 0
  for (const { id, count } of counted) {
    if (count === 0) continue
    children[id] = { count: Math.min(count, countLimit), exact: count <= countLimit }
    if (count <= countLimit || about >= mostAbout) continue
    about += 1
    const many = await countRecords(on, scene, form, { filter, under: { parent, id } })
    if (many.ok) children[id] = { count: many.count, exact: many.exact }
  }
  return { ok: true, children }
}

async function pathsTo(
  on: Transacting,
  scene: Scene,
  form: string,
  parent: string,
  rows: readonly RecordAnswer[],
): Promise<Outcome<{ readonly paths: TreeLevel['paths'] }>> {
  if (rows.length === 0) return { ok: true, paths: {} }
  const plan = planPaths(
    readSceneOf(scene),
    form,
    parent,
    rows.map(({ id }) => id),
  )
  return plan.ok ? { ok: true, paths: pathsOf(await run<PathLine>(on, plan.statement)) } : plan
}

/**
 * One page of a level of a tree, or of what a search finds on all levels: one statement for the records, one for how many
 * lie under each, and one for the ways to what a search or filter has left alone.
 */
export async function readTree(
  on: Transacting,
  scene: Scene,
  form: string,
  request: TreeRequest,
): Promise<TreePage> {
  const { parent, under = null, ...query } = request
  const isFlat = query.search !== undefined && query.search.trim() !== ''
  const page = await queryRecords(on, scene, form, {
    ...query,
    ...(isFlat ? {} : { under: { parent, id: under } }),
  })
  if (!page.ok) return page
  const branches = { parent, filter: query.filter }
  const ids = page.rows.map(({ id }) => id)
  const counted = await childrenOf(on, scene, form, branches, ids)
  if (!counted.ok) return counted
  const isLeft = isFlat || (under === null && query.filter !== undefined)
  const led = await pathsTo(on, scene, form, parent, isLeft ? page.rows : [])
  if (!led.ok) return led
  const { rows, next } = page
  return { ok: true, rows, next, children: counted.children, paths: led.paths }
}

/** So long circles are looked for. */
const patientMs = 4_000

/** The records that lie under themselves, over others; of very many records none may be found in time. */
export async function readCircles(
  on: Transacting,
  scene: Scene,
  form: string,
  { parent, ...query }: Omit<TreeRequest, 'under' | 'search' | 'limit' | 'after'>,
): Promise<TreePage> {
  const plan = planCircles(readSceneOf(scene), form, { parent, filter: query.filter })
  if (!plan.ok) return plan
  const found = await on
    .transaction((tx) => runOnce<{ id: string }>(tx, plan.statement), {
      readOnly: true,
      statementTimeoutMs: patientMs,
    })
    .catch((error: unknown) => {
      if (error instanceof DatabaseError && error.kind === 'timeout') return []
      throw error
    })
  const ids = found.map(({ id }) => id)
  const limit = Math.max(ids.length, 1)
  const page = await queryRecords(on, scene, form, { ...query, ids, limit })
  if (!page.ok) return page
  const counted = await childrenOf(on, scene, form, { parent, filter: query.filter }, ids)
  if (!counted.ok) return counted
  const led = await pathsTo(on, scene, form, parent, page.rows)
  if (!led.ok) return led
  return { ok: true, rows: page.rows, next: null, children: counted.children, paths: led.paths }
}
