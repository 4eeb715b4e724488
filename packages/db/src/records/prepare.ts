import {
  draftRecord,
  planRelated,
  prepareWrite,
  ratesName,
  RelatedRows,
  type CompiledForm,
  type Drafted,
  type Needs,
  type Prepared,
  type RelatedReading,
  type WriteRequest,
  type WriteScene,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { lockRates } from '../rates/lock-rates.ts'
import { refuseCircles } from './refuse-circles.ts'
import { readSceneOf, run, type Scene } from './scene.ts'

const mostHops = 20

interface RelatedLine {
  form: string
  id: string
  readable: boolean
  values: Readonly<Record<string, unknown>>
}

export async function loadNeeds(
  tx: Connection,
  scene: Scene,
  related: RelatedRows,
  needs: Needs,
  reading: RelatedReading,
): Promise<void> {
  if (needs.has(ratesName)) await lockRates(tx, scene.workspace.schema, 'take')
  const statement = planRelated(readSceneOf(scene), scene.actor, needs, reading)
  related.add(needs, statement === undefined ? [] : await run<RelatedLine>(tx, statement))
}

function mergeNeeds(into: Map<string, Set<string>>, needs: Needs): void {
  for (const [form, ids] of needs) {
    const all = into.get(form) ?? new Set<string>()
    into.set(form, all)
    for (const id of ids) all.add(id)
  }
}

const nothing: ReadonlySet<string> = new Set()

/** Whether a write may make a record name another one that it did not name before. */
function namesAnew(form: CompiledForm, { old, values }: WriteRequest): boolean {
  if (old === null || form.looksAt.size === 0) return true
  const isLeading = (key: string) =>
    ['relation', 'relations', 'anyRelation', 'lineItems'].includes(form.fields.get(key)?.type ?? '')
  return typeof values === 'object' && values !== null && Object.keys(values).some(isLeading)
}

/** Goes on with each request until it needs nothing more of other records. */
async function withNeeds<Answer extends { readonly kind: string; readonly needs?: Needs }>(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  requests: readonly WriteRequest[],
  read: ReadonlySet<string>,
  step: (scene: WriteScene, request: WriteRequest) => Answer,
): Promise<Answer[]> {
  const answers: (Answer | undefined)[] = requests.map(() => undefined)
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const needs = new Map<string, Set<string>>()
    for (const [position, request] of requests.entries()) {
      const before = answers[position]
      if (before !== undefined && before.needs === undefined) continue
      const now = step(writing, request)
      answers[position] = now
      if (now.needs !== undefined) mergeNeeds(needs, now.needs)
    }
    if (needs.size === 0) return answers as Answer[]
    await loadNeeds(tx, scene, writing.related, needs, { privileged: writing.rights === null, read })
  }
  throw new Error('a record needs others over more hops than paths and formulas are long')
}

/** What a record would hold, without storing or judging it. */
export async function draftOne(
  connection: Connection,
  scene: Scene,
  writing: WriteScene,
  request: WriteRequest,
): Promise<Drafted> {
  const [drafted] = await withNeeds(connection, scene, writing, [request], nothing, draftRecord)
  return drafted ?? { kind: 'refused' }
}

/**
 * Prepares several writes together: what they need of other records is loaded in one statement per hop, for all of
 * them. Answers in their order.
 */
export async function prepareAll(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  requests: readonly WriteRequest[],
): Promise<Prepared[]> {
  const read = requests.some((request) => namesAnew(writing.form, request)) ? writing.form.looksAt : nothing
  const prepared = await withNeeds(tx, scene, writing, requests, read, prepareWrite)
  return refuseCircles(tx, scene, writing.form, requests, prepared)
}

export const relatedRows = (): RelatedRows => new RelatedRows()

/** Loads single records that a write needs before it can be prepared; used for owners. */
export async function loadRelated(
  tx: Connection,
  scene: Scene,
  related: RelatedRows,
  form: string,
  ids: readonly string[],
): Promise<void> {
  const needs = new Map([[form, new Set(ids)]])
  await loadNeeds(tx, scene, related, needs, {})
}
