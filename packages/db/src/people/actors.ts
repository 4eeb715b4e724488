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
  readonly roles: readonly string[]
}

/** The active member that an account is in a workspace. */
export async function findActor(
  connection: Connection,
  { schema }: WorkspaceRef,
  account: string,
): Promise<ActorRow | undefined> {
  const department = quoteTable(schema, '_department')
  const [actor] = await connection.query<ActorRow>({
    text: `with recursive own as (
        select id, name, department from ${quoteTable(schema, '_member')} where account = $1 and active
      ), tree as (
        select department as id from own where department is not null
        union select child.id from ${department} child join tree on child.parent = tree.id
      )
      select own.id as "memberId", own.name, department as "departmentId",
        array(select id from tree) as "departmentTree",
        array(select role from ${quoteTable(schema, '_member_role')} where member = own.id order by role) as roles
      from own`,
    values: [account],
  })
  return actor
}
