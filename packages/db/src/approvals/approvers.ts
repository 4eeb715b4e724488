import type { Approver, Workflow } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

async function ids(connection: Connection, text: string, value: string | null): Promise<string[]> {
  const rows = await connection.query<{ id: string }>({ text, values: [value] })
  return rows.map(({ id }) => id)
}

/** The nearest active manager above the owner: of the own department, or where that is the owner, of the one above. */
export function ownersManager(
  connection: Connection,
  { schema }: WorkspaceRef,
  owner: string | null,
): Promise<string[]> {
  const [member, department] = [quoteTable(schema, '_member'), quoteTable(schema, '_department')]
  return ids(
    connection,
    `with recursive up as (
       select d.id, d.parent, d.manager, 0 as depth from ${department} d join ${member} m on m.department = d.id where m.id = $1
       union all
       select d.id, d.parent, d.manager, up.depth + 1 from ${department} d join up on d.id = up.parent where up.depth < 50
     )
     select m.id from up join ${member} m on m.id = up.manager
     where m.active and m.id <> $1 order by up.depth limit 1`,
    owner,
  )
}

function find(
  connection: Connection,
  workspace: WorkspaceRef,
  approver: Approver,
  owner: string | null,
): Promise<string[]> {
  const member = quoteTable(workspace.schema, '_member')
  switch (approver.type) {
    case 'member':
      return ids(connection, `select id from ${member} where id = $1 and active`, approver.member)
    case 'role':
      return ids(
        connection,
        `select m.id from ${member} m join ${quoteTable(workspace.schema, '_member_role')} r on r.member = m.id
         where r.role = $1 and m.active`,
        approver.role,
      )
    case 'ownersManager':
      return ownersManager(connection, workspace, owner)
  }
}

/** Looks up who each step of the workflow would ask, for a record of this owner. */
export async function findApprovers(
  connection: Connection,
  workspace: WorkspaceRef,
  workflow: Workflow,
  owner: string | null,
): Promise<(approver: Approver) => readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const { approver } of workflow.steps) {
    const key = JSON.stringify(approver)
    if (!found.has(key)) found.set(key, await find(connection, workspace, approver, owner))
  }
  return (approver) => found.get(JSON.stringify(approver)) ?? []
}
