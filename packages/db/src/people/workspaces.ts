import type { WorkCalendar } from '@pipewright/logic'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

export interface Workspace extends WorkspaceRef {
  readonly name: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
  readonly calendar: WorkCalendar
}

const calendar = `jsonb_strip_nulls(jsonb_build_object('weekStart', week_start, 'fiscalMonth', fiscal_month,
  'workdays', workdays, 'special', special_days)) as calendar`

/** How the workspace of a schema counts days. */
export async function calendarOf(
  connection: Connection,
  schema: string,
): Promise<{ readonly zone: string; readonly calendar: WorkCalendar }> {
  const [row] = await connection.query<{ zone: string; calendar: WorkCalendar }>({
    text: `select zone, ${calendar} from system.workspace where schema = $1`,
    values: [schema],
  })
  return row ?? { zone: 'UTC', calendar: { weekStart: 1, fiscalMonth: 1 } }
}

export async function findWorkspace(connection: Connection, key: string): Promise<Workspace | undefined> {
  const [workspace] = await connection.query<Workspace>({
    name: 'find_workspace',
    text: `select key, schema, name, locale, zone, ${calendar} from system.workspace where key = $1`,
    values: [key],
  })
  return workspace
}

export async function workspaceKeys(connection: Connection): Promise<Set<string>> {
  const rows = await connection.query<{ key: string }>({
    text: 'select key from system.workspace',
    values: [],
  })
  return new Set(rows.map(({ key }) => key))
}

/** Changes how a workspace counts weeks and fiscal years. */
export async function changeCalendar(
  connection: Connection,
  { key }: WorkspaceRef,
  { weekStart, fiscalMonth }: Pick<WorkCalendar, 'weekStart' | 'fiscalMonth'>,
): Promise<void> {
  await connection.query({
    text: 'update system.workspace set week_start = $2, fiscal_month = $3 where key = $1',
    values: [key, weekStart, fiscalMonth],
  })
}

/** Changes which days a workspace works. */
export async function changeWorkingDays(
  connection: Connection,
  { key }: WorkspaceRef,
  { workdays, special }: Required<Pick<WorkCalendar, 'workdays' | 'special'>>,
): Promise<void> {
  await connection.query({
    text: 'update system.workspace set workdays = $2, special_days = $3 where key = $1',
    values: [key, JSON.stringify(workdays), JSON.stringify(special)],
  })
}

/** Every workspace of the installation. */
export async function listWorkspaces(connection: Connection): Promise<WorkspaceRef[]> {
  return connection.query<WorkspaceRef>({
    text: 'select key, schema from system.workspace order by key',
    values: [],
  })
}

/** The workspaces an account is an active member of, as far as `system` knows; by name. */
export async function workspacesOf(connection: Connection, account: string): Promise<Workspace[]> {
  return connection.query<Workspace>({
    text: `select key, schema, workspace.name, locale, zone, ${calendar}
      from system.membership join system.workspace on workspace.key = membership.workspace
      where account = $1 order by workspace.name, key`,
    values: [account],
  })
}

export async function insertMembership(
  connection: Connection,
  membership: { readonly account: string; readonly workspace: string; readonly member: string },
): Promise<void> {
  await connection.query({
    text: `insert into system.membership (account, workspace, member) values ($1, $2, $3)
      on conflict (account, workspace) do update set member = excluded.member`,
    values: [membership.account, membership.workspace, membership.member],
  })
}

export async function deleteMembership(
  connection: Connection,
  membership: { readonly account: string; readonly workspace: string },
): Promise<void> {
  await connection.query({
    text: 'delete from system.membership where account = $1 and workspace = $2',
    values: [membership.account, membership.workspace],
  })
}
