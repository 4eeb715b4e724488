import { countLimit, planCount, type CountPlan, type Narrowing } from '@pipewright/compiler'
import type { SqlFragment } from '@pipewright/logic'
import type { Transacting } from '../connection/connection.ts'
import { DatabaseError } from '../connection/database-error.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, runOnce, type Scene } from './scene.ts'

export interface RecordCount {
  readonly count: number
  /** False where it is about so many. */
  readonly exact: boolean
}

/** How long a step of counting may take while somebody reads something else. */
const patientMs = 1_500
/** How long all are counted where somebody is about to change them. */
const veryPatientMs = 10_000
/** So many blocks are looked at first, and then where they hold too few of what is counted. */
const samples = [2_000, 16_000] as const
/** So many found make a figure that is hardly more than a twentieth off. */
const enough = 400

/** What a statement counts; undefined where it takes too long. */
async function counted(on: Transacting, statement: SqlFragment, ms: number): Promise<number | undefined> {
  try {
    const [row] = await on.transaction((tx) => runOnce<{ count: number }>(tx, statement), {
      readOnly: true,
      statementTimeoutMs: ms,
    })
    return row?.count ?? 0
  } catch (error) {
    if (error instanceof DatabaseError && error.kind === 'timeout') return undefined
    throw error
  }
}

/** Two digits where enough was found to stand for them, or one. */
function rounded(count: number, digits: 1 | 2): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(count, 1))) + 1 - digits)
  return Math.round(count / unit) * unit
}

async function blocksOf(on: Transacting, scene: Scene, table: string): Promise<number> {
  const [size] = await on.query<{ blocks: number }>({
    text: `select (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int as blocks`,
    values: [quoteTable(scene.workspace.schema, table)],
  })
  return size?.blocks ?? 0
}

/** About how many, from what lies in some of the blocks; undefined where not even that is found in time. */
async function sampled(on: Transacting, scene: Scene, plan: CountPlan, ms: number) {
  const blocks = await blocksOf(on, scene, plan.table)
  let best: { readonly count: number; readonly found: number } | undefined
  for (const wanted of samples) {
    const percent = Math.min(100, (wanted / Math.max(blocks, 1)) * 100)
    const found = await counted(on, plan.within(percent), ms)
    if (found === undefined) break
    best = { count: (found / percent) * 100, found }
    if (found >= enough || percent === 100) break
  }
  return best
}

/** About how many: at least as many as are known. */
async function about(
  on: Transacting,
  scene: Scene,
  plan: CountPlan,
  known: { readonly atLeast: number | undefined; readonly ms: number },
): Promise<RecordCount> {
  const sample = await sampled(on, scene, plan, known.ms)
  if (sample === undefined && known.atLeast === undefined)
    throw new DatabaseError('timeout', 'not even some of the records were counted in time')
  const { count, found } = sample ?? { count: 0, found: 0 }
  const most = Math.max(count, known.atLeast ?? 1)
  return { count: rounded(most, found < enough ? 1 : 2), exact: false }
}

/** How many records there are: exact up to 10,000, about how many above. It takes a few seconds at most. */
export async function countRecords(
  on: Transacting,
  scene: Scene,
  form: string,
  request: Narrowing,
  ms = patientMs,
): Promise<Outcome<RecordCount>> {
  const plan = planCount(readSceneOf(scene), form, request)
  if (!plan.ok) return plan
  const few = await counted(on, plan.few, ms)
  if (few !== undefined && few <= countLimit) return { ok: true, count: few, exact: true }
  return { ok: true, ...(await about(on, scene, plan, { atLeast: few, ms })) }
}

/** How many records are meant by what somebody is about to do: all are counted, where that can be waited for. */
export async function countMeant(
  on: Transacting,
  scene: Scene,
  form: string,
  request: Narrowing,
  ms = veryPatientMs,
): Promise<Outcome<RecordCount>> {
  const plan = planCount(readSceneOf(scene), form, request)
  if (!plan.ok) return plan
  const all = await counted(on, plan.all, ms)
  if (all !== undefined) return { ok: true, count: all, exact: true }
  return { ok: true, ...(await about(on, scene, plan, { atLeast: undefined, ms: patientMs })) }
}
