import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** Who gives or takes power; nobody where members come with a sample. */
export interface Giver {
  readonly member: string | null
  readonly at: string
}

export interface MemberEvent {
  readonly id: string
  readonly at: string
  readonly author: string | null
  /** Keys of roles, also of such as are gone meanwhile. */
  readonly given: string[]
  readonly taken: string[]
  /** Whether the member was let in or locked out with it; null where that stayed. */
  readonly active: boolean | null
}

export interface PowerChange {
  readonly member: string
  readonly given?: readonly string[]
  readonly taken?: readonly string[]
  readonly active?: boolean
}

const tableOf = ({ schema }: WorkspaceRef) => quoteTable(schema, '_member_event')

/** Writes down what members were given and lost, in the transaction that does it. */
export async function noteMemberEvents(
  tx: Connection,
  workspace: WorkspaceRef,
  { member: author, at }: Giver,
  changes: readonly PowerChange[],
): Promise<void> {
  const lines = changes.map(({ member, given = [], taken = [], active = null }) => ({
    member,
    given,
    taken,
    active,
  }))
  await tx.query({
    text: `insert into ${tableOf(workspace)} (at, member, author, given, taken, active)
      select $1::timestamptz, l.member, $2::uuid, array(select jsonb_array_elements_text(l.given)),
        array(select jsonb_array_elements_text(l.taken)), l.active
      from jsonb_to_recordset($3::jsonb) as l(member uuid, given jsonb, taken jsonb, active boolean)`,
    values: [at, author, JSON.stringify(lines)],
  })
}

/** What a member was given and lost, the newest first. */
export const listMemberEvents = (
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
  most: number,
): Promise<MemberEvent[]> =>
  connection.query<MemberEvent>({
    text: `select position::text as id, at, author, given, taken, active from ${tableOf(workspace)}
      where member = $1 order by position desc limit $2`,
    values: [member, most],
  })
