import type { Connection } from '../../connection/connection.ts'
import { quoteTable } from '../../connection/quote-ident.ts'
import { prepared } from '../../connection/statement.ts'
import type { Cause } from '../../records/outcome.ts'
import type { Scene } from '../../records/scene.ts'

/** A line of the ledger that is to be taken back. */
export interface UndoneEvent {
  readonly id: string
  readonly at: string
  readonly form: string
  readonly record: string
  readonly kind: string
  readonly cause: Cause
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
}

/**
 * Records come back before what named them is put back, and go once nothing is put back in them any more. What a conversion
 * made goes with the line of the record that was converted.
 */
const phases = [
  `kind = 'delete'`,
  `kind not in ('delete', 'restore', 'create')`,
  `(kind = 'restore' or kind = 'create' and cause->>'type' <> 'conversion')`,
]
const columns = 'id, at, form, record, kind, cause, changes'
/** What came of a merge is taken back with the line of the merge itself, as one. */
const alone = `(cause ->> 'type' <> 'merge' or kind in ('merge', 'unmerge'))`
const mark = /^([0-2])_([0-9a-f-]{36})$/

export interface EventPage {
  readonly events: readonly UndoneEvent[]
  /** Where to go on; null behind the last. */
  readonly next: string | null
}

/** Lines of a change of the actor in the order in which they are taken back, some at a time. */
export async function eventsOfSet(
  connection: Connection,
  { workspace, actor }: Scene,
  set: string,
  after: string | undefined,
  limit: number,
): Promise<EventPage> {
  const [, phaseText = '0', seen = null] = (after === undefined ? null : mark.exec(after)) ?? []
  const table = quoteTable(workspace.schema, '_record_event')
  const events: UndoneEvent[] = []
  for (let phase = Number(phaseText); phase < phases.length; phase += 1) {
    const from = phase === Number(phaseText) ? seen : null
    const rows = await connection.query<UndoneEvent>(
      prepared({
        text: `select ${columns} from ${table}
          where member = $1 and change_set = $2 and ${phases[phase]} and ${alone} and ($3::uuid is null or id < $3)
          order by id desc limit $4`,
        values: [actor.memberId, set, from, limit - events.length],
      }),
    )
    events.push(...rows)
    const last = events.at(-1)
    if (events.length === limit && last !== undefined) return { events, next: `${phase}_${last.id}` }
  }
  return { events, next: null }
}

/** What a conversion of the actor made as part of a change, what came last first. */
export async function madeByConversion(
  connection: Connection,
  { workspace, actor }: Scene,
  set: string,
  conversion: string,
): Promise<readonly UndoneEvent[]> {
  return connection.query<UndoneEvent>(
    prepared({
      text: `select ${columns} from ${quoteTable(workspace.schema, '_record_event')}
        where member = $1 and change_set = $2 and kind = 'create' and cause->>'type' = 'conversion' and cause->>'id' = $3
        order by id desc`,
      values: [actor.memberId, set, conversion],
    }),
  )
}

/** Whether the actor has a change of this id. */
export async function hasSet(
  connection: Connection,
  { workspace, actor }: Scene,
  set: string,
): Promise<boolean> {
  const table = quoteTable(workspace.schema, '_record_event')
  const [row] = await connection.query<{ known: boolean }>(
    prepared({
      text: `select exists (select 1 from ${table} where member = $1 and change_set = $2) as known`,
      values: [actor.memberId, set],
    }),
  )
  return row?.known === true
}
