import type { View } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

export interface SavedViewRow {
  readonly id: string
  readonly owner: string
  readonly form: string
  readonly name: string
  readonly settings: Omit<View, 'key' | 'form' | 'label'>
  readonly sharing: 'nobody' | 'everybody' | 'some'
  readonly roles: readonly string[]
  readonly departments: readonly string[]
  readonly locked: boolean
  readonly version: number
}

/** Who asks for views: they are shared with departments and everybody below them. */
export interface ViewReader {
  readonly memberId: string
  readonly departmentId: string | null
  readonly roles: readonly string[]
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_view')
const columns = 'id, owner, form, name, settings, sharing, roles, departments, locked, version'

/** So long a deleted view can be brought back. */
const keptMs = 30 * 24 * 3_600_000

/** The department of the reader, parameter 3, and those above it. */
const withDepartmentsAbove = ({ schema }: WorkspaceRef): string => {
  const department = quoteTable(schema, '_department')
  return `with recursive up as (
      select id, parent from ${department} where id = $3
      union select above.id, above.parent from ${department} above join up on above.id = up.parent
    )`
}

/** Whether a view is the reader's or shared with him: member, department and roles are parameters 2 to 4. */
const isSeen = `deleted_at is null and (
    owner = $2 or sharing = 'everybody'
    or sharing = 'some' and (roles && $4::text[] or departments && array(select id from up))
  )`

/** Names of those of the views that somebody finds among his tabs, by id. */
export async function savedViewNames(
  connection: Connection,
  { workspace, actor }: { readonly workspace: WorkspaceRef; readonly actor: ViewReader },
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await connection.query<{ id: string; name: string }>(
    prepared({
      text: `${withDepartmentsAbove(workspace)} select id, name from ${table(workspace)} where id = any($1) and ${isSeen}`,
      values: [ids, actor.memberId, actor.departmentId, actor.roles],
    }),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The views of a form that somebody made or that are shared with him, in the order in which they were made. */
export async function listSavedViews(
  connection: Connection,
  workspace: WorkspaceRef,
  form: string,
  { memberId, departmentId, roles }: ViewReader,
): Promise<SavedViewRow[]> {
  return connection.query<SavedViewRow>(
    prepared({
      text: `${withDepartmentsAbove(workspace)} select ${columns} from ${table(workspace)}
        where form = $1 and ${isSeen} order by created_at, id`,
      values: [form, memberId, departmentId, roles],
    }),
  )
}

/** A view by its id, whoever made it; deleted ones only where `isDeleted` asks for them. */
export async function findSavedView(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  isDeleted = false,
): Promise<SavedViewRow | undefined> {
  const [row] = await connection.query<SavedViewRow>({
    text: `select ${columns} from ${table(workspace)} where id = $1 and (deleted_at is not null) = $2`,
    values: [id, isDeleted],
  })
  return row
}

/** Saves a new view; false when its owner has `most` of the form already. */
export async function insertSavedView(
  connection: Connection,
  workspace: WorkspaceRef,
  row: Omit<SavedViewRow, 'version'>,
  { now, most }: { readonly now: string; readonly most: number },
): Promise<boolean> {
  const made = await connection.query({
    text: `insert into ${table(workspace)} (id, owner, form, name, settings, sharing, roles, departments, locked, created_at)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
      where (select count(*) from ${table(workspace)} where owner = $2 and form = $3 and deleted_at is null) < $11
      returning 1`,
    values: [
      row.id,
      row.owner,
      row.form,
      row.name,
      JSON.stringify(row.settings),
      row.sharing,
      row.roles,
      row.departments,
      row.locked,
      now,
      most,
    ],
  })
  return made.length > 0
}

/** Writes a view that has not changed since its version was read; undefined when it has. */
export async function updateSavedView(
  connection: Connection,
  workspace: WorkspaceRef,
  row: SavedViewRow,
): Promise<SavedViewRow | undefined> {
  const [changed] = await connection.query<SavedViewRow>({
    text: `update ${table(workspace)} set name = $3, settings = $4, sharing = $5, roles = $6, departments = $7,
        locked = $8, version = version + 1
      where id = $1 and version = $2 and deleted_at is null returning ${columns}`,
    values: [
      row.id,
      row.version,
      row.name,
      JSON.stringify(row.settings),
      row.sharing,
      row.roles,
      row.departments,
      row.locked,
    ],
  })
  return changed
}

export async function setViewDeleted(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  at: string | null,
): Promise<boolean> {
  const changed = await connection.query({
    text: `update ${table(workspace)} set deleted_at = $2 where id = $1 and (deleted_at is null) = ($2::timestamptz is not null)
      returning 1`,
    values: [id, at],
  })
  return changed.length > 0
}

/** Forgets views that were deleted long ago. */
export async function forgetDeletedViews(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<void> {
  await connection.query({
    text: `delete from ${table(workspace)} where deleted_at < $1`,
    values: [new Date(Date.parse(now) - keptMs).toISOString()],
  })
}
