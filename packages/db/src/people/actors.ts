import type { SharedRecord } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** What rights are compiled from, besides the definition. */
export interface ActorRow {
  readonly memberId: string
  readonly name: string
  readonly departmentId: string | null
  /** The own department and all below it. */
  readonly departmentTree: readonly string[]
  /** The active members of those departments. */
  readonly team: readonly string[]
  readonly roles: readonly string[]
  /** Records opened to the member, or to a department that is his or lies above it. */
  readonly shared: readonly SharedRecord[]
}

async function actorBy(
  connection: Connection,
  { schema }: WorkspaceRef,
  by: 'account' | 'id',
  value: string,
  now: string,
): Promise<ActorRow | undefined> {
  const department = quoteTable(schema, '_department')
  const share = quoteTable(schema, '_record_share')
  const [actor] = await connection.query<ActorRow>({
    text: `with recursive own as (
        select id, name, department from ${quoteTable(schema, '_member')} where ${by} = $1 and active
      ), tree as (
        select department as id from own where department is not null
        union select child.id from ${department} child join tree on child.parent = tree.id
      ), above as (
        select department as id from own where department is not null
        union select one.parent from ${department} one join above on one.id = above.id where one.parent is not null
      ), shared as (
        select form, record, edit, ends_at from ${share} where member = (select id from own)
        union all select form, record, edit, ends_at from ${share} where department in (select id from above)
      )
      select own.id as "memberId", own.name, department as "departmentId",
        array(select id from tree) as "departmentTree",
        array(
          select id from ${quoteTable(schema, '_member')} where active and department in (select id from tree)
          order by id
        ) as team,
        array(select role from ${quoteTable(schema, '_member_role')} where member = own.id order by role) as roles,
        coalesce((
          select json_agg(json_build_object('form', form, 'record', record, 'edit', edit, 'endsAt', ends) order by record)
          from (select form, record, bool_or(edit) as edit,
              case when bool_and(ends_at is not null) then max(ends_at) end as ends from shared
            where ends_at is null or ends_at > $2::timestamptz group by form, record) as open
        ), '[]'::json) as shared
      from own`,
    values: [value, now],
  })
  return actor
}

/** The active member that an account is in a workspace. */
export const findActor = (connection: Connection, workspace: WorkspaceRef, account: string, now: string) =>
  actorBy(connection, workspace, 'account', account, now)

/** An active member by id: for what is done in somebody's name who is not asking. */
export const findMemberActor = (
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
  now: string,
) => actorBy(connection, workspace, 'id', member, now)
