import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { noteMemberEvents, type Giver } from './member-events.ts'

export interface MemberRow {
  readonly id: string
  readonly account: string | null
  readonly name: string
  readonly email: string
  readonly department: string | null
  readonly active: boolean
  readonly roles: readonly string[]
}

export interface NewMember {
  readonly id: string
  readonly account: string | null
  readonly name: string
  readonly email: string
  readonly department: string | null
  readonly roles: readonly string[]
  readonly createdAt: string
}

const tables = ({ schema }: WorkspaceRef) => ({
  member: quoteTable(schema, '_member'),
  role: quoteTable(schema, '_member_role'),
})

const selecting = (workspace: WorkspaceRef) => {
  const { member, role } = tables(workspace)
  return `select id, account, name, email, department, active,
    array(select role from ${role} where member = m.id order by role) as roles from ${member} m`
}

export async function listMembers(connection: Connection, workspace: WorkspaceRef): Promise<MemberRow[]> {
  return connection.query<MemberRow>({ text: `${selecting(workspace)} order by name, id`, values: [] })
}

export async function findMember(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<MemberRow | undefined> {
  const [member] = await connection.query<MemberRow>({
    text: `${selecting(workspace)} where id = $1`,
    values: [id],
  })
  return member
}

export async function findMemberByEmail(
  connection: Connection,
  workspace: WorkspaceRef,
  email: string,
): Promise<MemberRow | undefined> {
  const [member] = await connection.query<MemberRow>({
    text: `${selecting(workspace)} where email_folded = lower(normalize($1::text, nfkc))`,
    values: [email],
  })
  return member
}

/** Everything of members that others change too waits for this lock, so that the last administrator stays. */
export async function lockMembers(tx: Connection, { schema }: WorkspaceRef): Promise<void> {
  await tx.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 2))',
    values: [`${schema} members`],
  })
}

/** Gives a member these roles and no others, and writes down what that gave and took. */
export async function setMemberRoles(
  tx: Connection,
  workspace: WorkspaceRef,
  { id, roles, by }: { readonly id: string; readonly roles: readonly string[]; readonly by: Giver },
): Promise<void> {
  const { role } = tables(workspace)
  const lost = await tx.query<{ role: string }>({
    text: `delete from ${role} where member = $1 returning role`,
    values: [id],
  })
  await tx.query({
    text: `insert into ${role} (member, role) select distinct $1::uuid, role from unnest($2::text[]) as role`,
    values: [id, roles],
  })
  const before = lost.map((line) => line.role).toSorted()
  const given = [...new Set(roles)].filter((key) => !before.includes(key))
  const taken = before.filter((key) => !roles.includes(key))
  if (given.length + taken.length > 0)
    await noteMemberEvents(tx, workspace, by, [{ member: id, given, taken }])
}

/** Lets a member in or locks her out, and writes it down where that is another thing than before. */
export async function setMemberActive(
  tx: Connection,
  workspace: WorkspaceRef,
  { id, active, by }: { readonly id: string; readonly active: boolean; readonly by: Giver },
): Promise<void> {
  const changed = await tx.query<{ id: string }>({
    text: `update ${tables(workspace).member} set active = $2 where id = $1 and active <> $2 returning id`,
    values: [id, active],
  })
  if (changed.length > 0) await noteMemberEvents(tx, workspace, by, [{ member: id, active }])
}

/** Makes members in one go; they have no account until they accept their invitation. */
export async function insertMembers(
  connection: Connection,
  workspace: WorkspaceRef,
  members: readonly NewMember[],
  by: Giver,
): Promise<void> {
  const { member, role } = tables(workspace)
  const column = <K extends keyof NewMember>(key: K) => members.map((one) => one[key])
  await connection.query({
    text: `insert into ${member} (id, account, name, email, department, created_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[])`,
    values: [
      column('id'),
      column('account'),
      column('name'),
      column('email'),
      column('department'),
      column('createdAt'),
    ],
  })
  const pairs = members.flatMap(({ id, roles }) => [...new Set(roles)].map((key) => [id, key] as const))
  await connection.query({
    text: `insert into ${role} (member, role) select * from unnest($1::uuid[], $2::text[])`,
    values: [pairs.map(([id]) => id), pairs.map(([, key]) => key)],
  })
  const given = members.map(({ id, roles }) => ({ member: id, given: [...new Set(roles)] }))
  await noteMemberEvents(connection, workspace, by, given)
}

export interface MemberChanges {
  readonly name?: string | undefined
  readonly account?: string | undefined
  /** null takes the member out of every department. */
  readonly department?: string | null | undefined
}

export async function updateMember(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  { name, account, department }: MemberChanges,
): Promise<void> {
  await connection.query({
    text: `update ${tables(workspace).member} set name = coalesce($2, name), account = coalesce($3, account),
      department = case when $4 then $5 else department end where id = $1`,
    values: [id, name ?? null, account ?? null, department !== undefined, department ?? null],
  })
}

/** How many active members with an account have one of these roles. */
export async function countMembersWith(
  connection: Connection,
  workspace: WorkspaceRef,
  roles: readonly string[],
): Promise<number> {
  const { member, role } = tables(workspace)
  const [row] = await connection.query<{ count: number }>({
    text: `select count(distinct id) as count from ${member} join ${role} on member = id
      where active and account is not null and role = any($1)`,
    values: [roles],
  })
  return row?.count ?? 0
}

/** An account took another name: its member follows. */
export async function renameMember(
  connection: Connection,
  workspace: WorkspaceRef,
  { account, name }: { readonly account: string; readonly name: string },
): Promise<void> {
  await connection.query({
    text: `update ${tables(workspace).member} set name = $2 where account = $1`,
    values: [account, name],
  })
}
