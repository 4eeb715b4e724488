import type { RecordValues } from '@pipewright/compiler'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Connection } from '../connection/connection.ts'
import { prepared } from '../connection/statement.ts'
import type { Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'

/** A line of the ledger, by its columns. */
export interface RecordEvent {
  readonly id: string
  readonly at: string
  readonly form: string
  readonly record: string
  readonly kind: string
  readonly member: string | null
  readonly cause: Cause
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  /** What it belongs to of the things that its member may undo. */
  readonly change_set: string | null
}

const columns = 'id, at, form, record, kind, member, cause, changes, change_set'

/** `insert` of the events in a JSON parameter, for use inside a larger statement. */
export const insertEventsSql = (schema: string, parameter: string): string =>
  `insert into ${quoteTable(schema, '_record_event')} (${columns}) select ${columns} from json_to_recordset(${parameter}::json) as x(id uuid, at timestamptz, form text, record uuid, kind text, member uuid, cause jsonb, changes jsonb, change_set uuid)`

export async function insertEvents(
  tx: Connection,
  schema: string,
  events: readonly RecordEvent[],
): Promise<void> {
  if (events.length === 0) return
  await tx.query(prepared({ text: insertEventsSql(schema, '$1'), values: [JSON.stringify(events)] }))
}

/** Old and new of the named fields. Rows of line items are kept as a whole. */
export function changesOf(
  fields: readonly string[],
  before: RecordValues | null,
  after: RecordValues | null,
): RecordEvent['changes'] {
  return Object.fromEntries(fields.map((key) => [key, [before?.[key] ?? null, after?.[key] ?? null]]))
}

/** What follows by itself comes back by itself; approvals have a way back of their own. */
function changeSetOf({ changeSet }: Scene, kind: string, { type }: Cause): string | null {
  const isOwn = kind !== 'recalculate' && type !== 'workflow'
  return isOwn ? (changeSet ?? null) : null
}

export function eventOf(
  scene: Scene,
  form: string,
  record: string,
  kind: string,
  cause: Cause,
  changes: RecordEvent['changes'],
): RecordEvent {
  return {
    id: scene.newId(),
    at: scene.now,
    form,
    record,
    kind,
    member: scene.actor.memberId,
    cause,
    changes,
    change_set: changeSetOf(scene, kind, cause),
  }
}
