import { planMigration } from '@pipewright/compiler'
import type { Database } from '../../connection/connection.ts'
import { DatabaseError } from '../../connection/database-error.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { describeImpact } from '../../publish/describe-impact.ts'
import { impactToken } from '../../publish/impact-token.ts'
import { loadRevision } from '../../revisions/revisions.ts'
import { convertNext, convertNoted, hasLate } from './convert-batch.ts'
import { buildNextIndexes, type NextIndexes } from './next-indexes.ts'
import { NotReady, putInForce } from './put-in-force.ts'
import { openWork, turnWork, workColumns, type TypeChangeWork, type WaitReason } from './type-change-work.ts'

export interface TypeChangeHost {
  isStopping(): boolean
  readonly now: () => string
  /** Rows of one transaction. */
  readonly batch?: number
  /** At most (and usually) 3 seconds. */
  readonly lockTimeoutMs?: number
}

/** `idle`: nothing to do, or it waits for its builder. `busy`: the tables were in use; to be tried again. */
export type Settled = 'done' | 'idle' | 'busy' | 'stopped'

const usualBatch = 500

/** Holds what it would do now against what the builder has looked at. What is written from now on is noted. */
async function check(database: Database, workspace: WorkspaceRef, work: TypeChangeWork): Promise<void> {
  const before = await loadRevision(database, workspace, work.base)
  if (before === undefined) throw new Error('a revision of the workspace is missing')
  const impact = await describeImpact(database, workspace, before.definition, work.definition)
  const reviewed = { version: work.draftVersion, published: work.base }
  const agreed = impactToken(reviewed, impact) === work.token
  await database.transaction(async (tx) => {
    // Cancelled meanwhile, or looked at by another process.
    if ((await openWork(tx, workspace, true))?.state !== 'checking') return
    const turn = agreed
      ? ({ state: 'filling' } as const)
      : ({ state: 'waiting', reason: 'impact-changed' } as const)
    await turnWork(tx, workspace, work.id, { ...turn, measured: impact.changes })
  })
}

/**
 * One transaction: the next rows, or what was written since. Answers whether it is worth going on: the last few are left for
 * when nobody writes any more, so that people who write all the time do not keep it from ending.
 */
const fillSome = (database: Database, workspace: WorkspaceRef, size: number): Promise<boolean> =>
  database.transaction(async (tx) => {
    // One process at a time: what one reads, no other writes before it.
    if ((await openWork(tx, workspace, true))?.state !== 'filling') return false
    const columns = await workColumns(tx, workspace)
    const next = columns.find(({ whole }) => !whole)
    if (next !== undefined) {
      await convertNext({ tx, workspace }, next, size)
      return true
    }
    for (const column of columns)
      if ((await convertNoted({ tx, workspace }, column, size)) === size) return true
    return false
  })

async function wait(
  database: Database,
  workspace: WorkspaceRef,
  id: string,
  reason: WaitReason,
): Promise<Settled> {
  await database.transaction(async (tx) => {
    if ((await openWork(tx, workspace, true))?.state === 'filling')
      await turnWork(tx, workspace, id, { state: 'waiting', reason })
  })
  return 'idle'
}

async function finish(
  database: Database,
  workspace: WorkspaceRef,
  work: TypeChangeWork,
  { now, lockTimeoutMs }: TypeChangeHost,
): Promise<Settled> {
  const waiting = (reason: WaitReason) => wait(database, workspace, work.id, reason)
  if (await hasLate(database, workspace)) return waiting('impact-changed')
  try {
    const at = { now: now(), ...(lockTimeoutMs !== undefined && { lockTimeoutMs }) }
    const result = await putInForce(database, workspace, work, at)
    if (result.ok) return 'done'
    if (result.problem === 'publish-failed')
      return result.reason === 'calculation' ? await waiting('calculation') : 'busy'
    return await waiting(result.problem === 'publish-blocked' ? 'publish-blocked' : 'impact-changed')
  } catch (error) {
    if (error instanceof NotReady)
      return (await hasLate(database, workspace)) ? await waiting('impact-changed') : 'idle'
    throw error
  }
}

/** Indexes of the new columns, so that nobody waits for them when these take their place. */
async function index(
  database: Database,
  workspace: WorkspaceRef,
  work: TypeChangeWork,
): Promise<NextIndexes> {
  const before = await loadRevision(database, workspace, work.base)
  if (before === undefined) throw new Error('a revision of the workspace is missing')
  const plan = planMigration(before.definition, work.definition)
  return buildNextIndexes(database, workspace, plan, await workColumns(database, workspace))
}

/** What is done when no more rows are to be filled than can be in the last step. */
async function conclude(
  database: Database,
  workspace: WorkspaceRef,
  work: TypeChangeWork,
  host: TypeChangeHost,
): Promise<Settled | 'going'> {
  const indexes = await index(database, workspace, work)
  if (indexes === 'busy') return 'busy'
  if (indexes === 'duplicates') return wait(database, workspace, work.id, 'publish-blocked')
  // Building takes its time: people have written meanwhile.
  if (indexes === 'built') return 'going'
  const settled = await finish(database, workspace, work, host)
  if (settled !== 'idle') return settled
  // What was written in the last moment turned out late, or it was cancelled: the next look tells.
  const now = await openWork(database, workspace)
  return now === undefined || now.state === 'waiting' ? 'idle' : 'going'
}

function clashed(error: unknown): 'clash' {
  if (error instanceof DatabaseError && error.kind === 'unique') return 'clash'
  throw error
}

/** Two records that change places just now can look as if they had the same value; this often it is no accident. */
const mostClashes = 5

/**
 * Goes on with a type change that takes long: checks it, fills its new columns a few rows at a time, indexes them, and puts it
 * in force. Each
 * step is a transaction of its own and writes down how far it has come, so it goes on where it was stopped or killed; the old
 * values are what everybody reads until the last step. Any number of processes may call it.
 */
export async function settleTypeChange(
  database: Database,
  workspace: WorkspaceRef,
  host: TypeChangeHost,
): Promise<Settled> {
  let clashes = 0
  while (!host.isStopping()) {
    const work = await openWork(database, workspace)
    if (work === undefined || work.state === 'waiting') return 'idle'
    if (work.state === 'checking') {
      await check(database, workspace, work)
      continue
    }
    const filled = await fillSome(database, workspace, host.batch ?? usualBatch).catch(clashed)
    if (filled === 'clash') {
      clashes += 1
      if (clashes === mostClashes) return wait(database, workspace, work.id, 'publish-blocked')
    }
    if (filled !== false) continue
    const settled = await conclude(database, workspace, work, host)
    if (settled !== 'going') return settled
  }
  return 'stopped'
}
