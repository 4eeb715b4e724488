import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

export interface DepartmentRow {
  readonly id: string
  readonly name: string
  readonly parent: string | null
  readonly manager: string | null
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_department')

export async function listDepartments(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<DepartmentRow[]> {
  return connection.query<DepartmentRow>({
    text: `select id, name, parent, manager from ${table(workspace)} order by name, id`,
    values: [],
  })
}

export async function insertDepartment(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, name, parent, manager }: DepartmentRow,
): Promise<void> {
  await connection.query({
    text: `insert into ${table(workspace)} (id, name, parent, manager) values ($1, $2, $3, $4)`,
    values: [id, name, parent, manager],
  })
}

/** Changes a department; false when there is none. */
export async function updateDepartment(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, name, parent, manager }: DepartmentRow,
): Promise<boolean> {
  const changed = await connection.query({
    text: `update ${table(workspace)} set name = $2, parent = $3, manager = $4 where id = $1 returning 1`,
    values: [id, name, parent, manager],
  })
  return changed.length > 0
}

/** Removes a department; false when there is none. What still refers to it makes this fail with `foreignKey`. */
export async function deleteDepartment(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<boolean> {
  const gone = await connection.query({
    text: `delete from ${table(workspace)} where id = $1 returning 1`,
    values: [id],
  })
  return gone.length > 0
}

/** Would `parent` hang the department below itself? */
export async function isBelow(
  connection: Connection,
  workspace: WorkspaceRef,
  { parent, department }: { readonly parent: string; readonly department: string },
): Promise<boolean> {
  const rows = await connection.query({
    text: `with recursive up as (
        select id, parent from ${table(workspace)} where id = $1
        union select above.id, above.parent from ${table(workspace)} above join up on above.id = up.parent
      ) select 1 from up where id = $2`,
    values: [parent, department],
  })
  return rows.length > 0
}
