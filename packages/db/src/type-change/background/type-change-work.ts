import type { ConversionReading } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../../connection/connection.ts'
import { quoteTable } from '../../connection/quote-ident.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import type { ImpactedChange } from '../../publish/describe-impact.ts'
import type { Sentence } from '../../revisions/revisions.ts'
import type { ConvertColumn } from '../convert-column.ts'

/**
 * `checking`: what it does is counted and held against what the builder has looked at. `filling`: the new columns are filled,
 * then take the place of the old ones. `waiting`: for the builder, who has to look again; `reason` tells why.
 */
export type WorkState = 'checking' | 'filling' | 'waiting'

/** Why it waits: the records changed since, a rule of the draft is broken by records, a calculated value does not fit. */
export type WaitReason = 'impact-changed' | 'publish-blocked' | 'calculation'

/** A publish that fills new columns in the background before it takes effect. */
export interface TypeChangeWork {
  readonly id: string
  readonly state: WorkState
  readonly reason: WaitReason | null
  /** Who publishes, and the draft that was looked at. */
  readonly member: string
  readonly draftVersion: number
  readonly base: number
  readonly token: string
  readonly definition: AppDefinition
  readonly changes: readonly Sentence[]
  /** What was counted when it was checked. */
  readonly measured: readonly ImpactedChange[] | null
  readonly at: string
}

export interface WorkColumn {
  readonly position: number
  readonly table: string
  readonly step: ConvertColumn
  readonly reading: ConversionReading
  readonly total: number
  readonly done: number
  readonly last: string
  readonly whole: boolean
}

export const workTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_type_change')
export const columnTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_type_change_column')
export const noteTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_type_change_note')

/** The one that is under way, if any. `lock`: nobody else goes on with it until the transaction ends. */
export async function openWork(
  connection: Connection,
  workspace: WorkspaceRef,
  lock = false,
): Promise<TypeChangeWork | undefined> {
  const [work] = await connection.query<TypeChangeWork>({
    text: `select id, state, reason, member, draft_version as "draftVersion", base, token, definition, changes, measured, at from ${workTable(workspace)}${lock ? ' for update' : ''}`,
    values: [],
  })
  return work
}

/** Without its definition, which is long. */
export async function isUnderWay(connection: Connection, workspace: WorkspaceRef): Promise<boolean> {
  const rows = await connection.query({ text: `select 1 from ${workTable(workspace)}`, values: [] })
  return rows.length > 0
}

export const workColumns = (connection: Connection, workspace: WorkspaceRef): Promise<WorkColumn[]> =>
  connection.query<WorkColumn>({
    text: `select position, table_name as "table", step, reading, total, done, last_id as last, whole from ${columnTable(workspace)} order by position`,
    values: [],
  })

export async function turnWork(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  turn: Pick<TypeChangeWork, 'state'> & Partial<Pick<TypeChangeWork, 'reason' | 'token' | 'measured'>>,
): Promise<void> {
  const { state, reason = null, token = null, measured } = turn
  await connection.query({
    text: `update ${workTable(workspace)} set state = $2, reason = $3, token = coalesce($4, token), measured = coalesce($5, measured) where id = $1`,
    values: [id, state, reason, token, measured === undefined ? null : JSON.stringify(measured)],
  })
}
