import { planMigration, type MigrationPlan } from '@pipewright/compiler'
import type { AppDefinition, OptionSet } from '@pipewright/schemas'
import type { Connection, Database } from '../../connection/connection.ts'
import { lockWorkspace } from '../../connection/lock-workspace.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { announceTypeChange } from '../../people/announce.ts'
import { makeRoom } from '../../publish/room/make-room.ts'
import { retryingBusy } from '../../publish/retrying-busy.ts'
import { loadRevision, type Sentence } from '../../revisions/revisions.ts'
import { allOptionSets, readingFor } from '../reading-for.ts'
import { largeConversions, type LargeConversion } from './large-conversions.ts'
import { addNextColumn, createNoting, keepTargets } from './next-column.ts'
import { columnTable, noteTable, openWork, turnWork, workTable } from './type-change-work.ts'

export interface BeginTypeChange {
  readonly member: string
  readonly draftVersion: number
  readonly base: number
  /** Of the impact that was looked at. */
  readonly token: string
  readonly definition: AppDefinition
  readonly changes: readonly Sentence[]
  readonly now: string
  /** Rows that are converted at once. */
  readonly atOnce?: number | undefined
}

export type BeginResult =
  /** Nothing in it takes long: it may be published at once. */
  | { readonly begun: false }
  | { readonly begun: true }
  | { readonly begun: 'refused'; readonly problem: 'draft-stale'; readonly published: number }
  | { readonly begun: 'refused'; readonly problem: 'type-change-running' }

async function noteWork(tx: Connection, workspace: WorkspaceRef, request: BeginTypeChange): Promise<string> {
  const { member, draftVersion, base, token, definition, changes, now } = request
  const documents = [JSON.stringify(definition), JSON.stringify(changes)]
  const [row] = await tx.query<{ id: string }>({
    text: `insert into ${workTable(workspace)} (id, state, member, draft_version, base, token, definition, changes, at) values (gen_random_uuid(), 'checking', $1, $2, $3, $4, $5, $6, $7) returning id`,
    values: [member, draftVersion, base, token, ...documents, now],
  })
  if (row === undefined) throw new Error('a type change was not noted')
  return row.id
}

async function prepareColumns(
  tx: Connection,
  workspace: WorkspaceRef,
  work: string,
  { plan, large }: { readonly plan: MigrationPlan; readonly large: readonly LargeConversion[] },
  optionSets: readonly OptionSet[],
): Promise<void> {
  const { schema } = workspace
  await createNoting(tx, schema)
  for (const [position, { step, total }] of large.entries()) {
    const source = { schema, place: step.place, column: step.column.name, live: true }
    const reading = await readingFor(tx, source, optionSets)
    await addNextColumn(tx, { schema, table: step.table, column: step.column }, { work, position })
    await keepTargets(tx, schema, plan, step)
    await tx.query({
      text: `insert into ${columnTable(workspace)} (work, position, table_name, step, reading, total) values ($1, $2, $3, $4, $5, $6)`,
      values: [work, position, step.table, JSON.stringify(step), JSON.stringify(reading), total],
    })
  }
}

async function beginIn(
  tx: Connection,
  workspace: WorkspaceRef,
  request: BeginTypeChange,
): Promise<BeginResult> {
  await lockWorkspace(tx, workspace)
  const current = await loadRevision(tx, workspace)
  if (current?.revision !== request.base)
    return { begun: 'refused', problem: 'draft-stale', published: current?.revision ?? 0 }
  const open = await openWork(tx, workspace, true)
  if (open !== undefined) {
    const isSame = open.member === request.member && open.draftVersion === request.draftVersion
    if (!isSame || open.state !== 'waiting') return { begun: 'refused', problem: 'type-change-running' }
    // Looked at again: what did not convert meanwhile was part of it.
    await tx.query({ text: `delete from ${noteTable(workspace)} where late`, values: [] })
    await turnWork(tx, workspace, open.id, { state: 'checking', token: request.token })
    await announceTypeChange(tx, workspace)
    return { begun: true }
  }
  const plan = planMigration(current.definition, request.definition)
  const large = await largeConversions(tx, workspace.schema, plan, request.atOnce)
  if (large.length === 0) return { begun: false }
  await makeRoom(tx, workspace.schema, plan)
  const id = await noteWork(tx, workspace, request)
  await prepareColumns(
    tx,
    workspace,
    id,
    { plan, large },
    allOptionSets(current.definition, request.definition),
  )
  await announceTypeChange(tx, workspace)
  return { begun: true }
}

/**
 * Begins a publish whose change of type concerns so many records that writers cannot wait: adds the new columns, empty, and
 * notes from now on what is written. Nobody sees anything of it until `settleTypeChange` is through. A draft that was looked
 * at again goes on where it waited.
 */
export const beginTypeChange = (
  database: Database,
  workspace: WorkspaceRef,
  request: BeginTypeChange,
): Promise<BeginResult> =>
  retryingBusy((lockTimeoutMs) =>
    database.transaction((tx) => beginIn(tx, workspace, request), { lockTimeoutMs }),
  )
