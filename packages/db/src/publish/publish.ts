import { constraintSites, planMigration, type ConstraintSite, type MigrationPlan } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection, Database } from '../connection/connection.ts'
import { DatabaseError } from '../connection/database-error.ts'
import { lockWorkspace } from '../connection/lock-workspace.ts'
import type { BackOff } from '../connection/retry.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { loadRevision, storeRevision, type Sentence } from '../revisions/revisions.ts'
import { announceRevision } from './announcement.ts'
import { buildMissingIndexes } from './build-missing-indexes.ts'
import { indexesOf, largeTables } from './catalogue.ts'
import { describeImpact, type Impact, type ImpactedChange } from './describe-impact.ts'
import { noteRematch } from '../matching/note-rematch.ts'
import { fillCalculated } from './fill-calculated.ts'
import { lockMeasured } from './lock-measured.ts'
import { makeRoom, TableFull } from './room/make-room.ts'
import { retryingBusy } from './retrying-busy.ts'
import { nextIndex } from '../type-change/background/next-indexes.ts'
import { isUnderWay } from '../type-change/background/type-change-work.ts'
import { allOptionSets } from '../type-change/reading-for.ts'
import { runStep, type StepScene } from './run-step.ts'
import { viewsInWay } from './views-in-way.ts'

/** Columns that were filled beforehand, because it takes long. */
export interface FilledColumns {
  /** By table and column: the column that holds what its values become. */
  readonly ready: ReadonlyMap<string, string>
  /** Forms with so many records that they are calculated anew afterwards, by the job that does that. */
  readonly later: ReadonlySet<string>
  /** What became of the values, as it was counted and agreed to. */
  readonly measured: readonly ImpactedChange[]
  /** Runs before any table is locked. Throwing undoes everything. */
  readonly hold: (tx: Connection) => Promise<void>
  /** Runs when nobody writes the tables any more, before they are altered. */
  readonly finish: (tx: Connection) => Promise<void>
}

export interface PublishRequest {
  /** Checked: what does not hold together must not come here. */
  readonly definition: AppDefinition
  /** The revision that the definition was made from. */
  readonly base: number
  /** Member who publishes. */
  readonly by: string | null
  /** Each change in a sentence. */
  readonly changes: readonly Sentence[]
  readonly now: string
  /**
   * Looks at what the change does to the records as they are now, which nobody writes any more. False: that is not what
   * was agreed to, and nothing is changed.
   */
  readonly agreed?: (impact: Impact) => boolean
  readonly filled?: FilledColumns
  /**
   * Runs in the same transaction after the tables fit and before the revision counts. Throwing undoes everything.
   */
  readonly within?: (tx: Connection, plan: MigrationPlan, revision: number) => Promise<void>
  /** Waits between attempts to get at tables that others are reading or writing. */
  readonly backOff?: BackOff
  /** At most (and usually) 3 seconds. */
  readonly lockTimeoutMs?: number
  /** Rows from which on indexes are made after the commit; 100,000. */
  readonly largeFrom?: number
}

export type PublishResult =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly problem: 'draft-stale'; readonly published: number }
  /** A table would have more columns than it takes. */
  | { readonly ok: false; readonly problem: 'table-full'; readonly table: string; readonly columns: number }
  /** Somebody's views look at columns that would be altered. */
  | { readonly ok: false; readonly problem: 'view-in-way'; readonly views: readonly string[] }
  /** A change of type that takes long is on its way. */
  | { readonly ok: false; readonly problem: 'type-change-running' }
  /** The records changed since somebody looked, or nobody looked: this is what publishing would do now. */
  | { readonly ok: false; readonly problem: 'impact-changed'; readonly impact: Impact }
  /** Records break a rule that the definition adds. */
  | { readonly ok: false; readonly problem: 'publish-blocked'; readonly site: ConstraintSite }
  /** Nothing was changed: the tables were too busy, the disk is full, or a calculated value does not fit its column. */
  | {
      readonly ok: false
      readonly problem: 'publish-failed'
      readonly reason: 'busy' | 'disk-full' | 'calculation'
    }

const statementTimeoutMs = 120_000
const usuallyLarge = 100_000

async function alterTables(
  tx: Connection,
  { schema }: WorkspaceRef,
  plan: MigrationPlan,
  { largeFrom, ...at }: Omit<StepScene, 'tx' | 'schema'> & { readonly largeFrom: number },
): Promise<void> {
  const large = await largeTables(tx, schema, largeFrom)
  const made = at.ready === undefined ? new Set<string>() : await indexesOf(tx, schema)
  for (const step of plan.steps) {
    // Made after the commit, without stopping writers.
    const isPut = step.type === 'createIndex' && made.has(nextIndex(step.index.name))
    if (step.type === 'createIndex' && !step.index.unique && !isPut && large.has(step.index.table)) continue
    await runStep({ tx, schema, ...at }, step)
  }
}

async function publishIn(
  tx: Connection,
  workspace: WorkspaceRef,
  request: PublishRequest,
): Promise<PublishResult> {
  const { definition, base, by, changes, now, agreed, within, filled, largeFrom = usuallyLarge } = request
  await lockWorkspace(tx, workspace)
  const current = await loadRevision(tx, workspace)
  if (current?.revision !== base)
    return { ok: false, problem: 'draft-stale', published: current?.revision ?? 0 }
  if (filled === undefined && (await isUnderWay(tx, workspace)))
    return { ok: false, problem: 'type-change-running' }
  await filled?.hold(tx)
  const revision = base + 1
  const plan = planMigration(current.definition, definition)
  if (agreed !== undefined) {
    await lockMeasured(tx, workspace.schema, plan, { before: current.definition, after: definition })
    const impact = await describeImpact(tx, workspace, current.definition, definition, filled?.measured)
    if (!agreed(impact)) return { ok: false, problem: 'impact-changed', impact }
  }
  const views = [...new Set((await viewsInWay(tx, workspace.schema, plan)).map(({ view }) => view))]
  if (views.length > 0) return { ok: false, problem: 'view-in-way', views }
  await filled?.finish(tx)
  await makeRoom(tx, workspace.schema, plan)
  const optionSets = allOptionSets(current.definition, definition)
  await alterTables(tx, workspace, plan, { revision, now, largeFrom, optionSets, ready: filled?.ready })
  await fillCalculated(tx, workspace, definition, plan, { revision, by, now, later: filled?.later })
  await noteRematch(tx, workspace, current.definition, definition)
  await within?.(tx, plan, revision)
  await storeRevision(tx, workspace, { revision, at: now, by, changes, definition })
  await announceRevision(tx, workspace, revision)
  return { ok: true, revision }
}

/** What a constraint is about; an index that was made beforehand has its name yet to come. */
function siteOf(definition: AppDefinition, constraint: string | undefined): ConstraintSite | undefined {
  if (constraint === undefined) return undefined
  const sites = constraintSites(definition)
  return sites.get(constraint) ?? [...sites].find(([name]) => nextIndex(name) === constraint)?.[1]
}

function failureOf(error: unknown, definition: AppDefinition): PublishResult {
  if (error instanceof TableFull)
    return { ok: false, problem: 'table-full', table: error.table, columns: error.columns }
  if (!(error instanceof DatabaseError)) throw error
  if (error.kind === 'lockTimeout' || error.kind === 'deadlock')
    return { ok: false, problem: 'publish-failed', reason: 'busy' }
  if (error.kind === 'diskFull') return { ok: false, problem: 'publish-failed', reason: 'disk-full' }
  if (error.code?.startsWith('22') === true)
    return { ok: false, problem: 'publish-failed', reason: 'calculation' }
  const site = siteOf(definition, error.constraint)
  if (site === undefined) throw error
  return { ok: false, problem: 'publish-blocked', site }
}

/**
 * Makes a definition the next revision: tables and revision change together or not at all, and every process hears of
 * it. Waits at most 3 seconds at a time for tables in use, so that writers behind it do not wait longer.
 */
export async function publish(
  database: Database,
  workspace: WorkspaceRef,
  request: PublishRequest,
): Promise<PublishResult> {
  const { backOff, lockTimeoutMs: longest } = request
  try {
    const result = await retryingBusy(
      (lockTimeoutMs) =>
        database.transaction((tx) => publishIn(tx, workspace, request), {
          lockTimeoutMs,
          statementTimeoutMs,
        }),
      { backOff, lockTimeoutMs: longest },
    )
    // What could not be made now is made at the next start; lists are slower until then, and right.
    if (result.ok) await buildMissingIndexes(database, workspace, request.definition).catch(() => undefined)
    return result
  } catch (error) {
    return failureOf(error, request.definition)
  }
}
