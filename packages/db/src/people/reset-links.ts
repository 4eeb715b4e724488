import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { listWorkspaces } from './workspaces.ts'

export interface NewResetLink {
  readonly tokenHash: string
  readonly account: string
  /** Mailed to the address of the account, handed over by an administrator, or printed by the server. */
  readonly way: 'mail' | 'member' | 'server'
  readonly madeBy: string | null
  /** Whose mail server or administrator it goes through: no link of a workspace opens an account that others have too. */
  readonly workspace: string | null
  readonly now: string
  readonly expiresAt: string
}

export interface ResetLink {
  readonly account: string
  readonly email: string
  readonly workspace: string | null
}

/** Stores a link; links that were made before for the same account in the same way are void. */
export async function insertResetLink(tx: Connection, link: NewResetLink): Promise<void> {
  await tx.query({
    text: `update system.reset_link set expires_at = $3
      where account = $1 and way = $2 and used_at is null and expires_at > $3`,
    values: [link.account, link.way, link.now],
  })
  await tx.query({
    text: `insert into system.reset_link (token_hash, account, way, made_by, workspace, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [link.tokenHash, link.account, link.way, link.madeBy, link.workspace, link.now, link.expiresAt],
  })
}

/** Links that are still open open nothing any more. */
export async function voidResetLinks(connection: Connection, account: string, now: string): Promise<void> {
  await connection.query({
    text: `update system.reset_link set expires_at = $2 where account = $1 and used_at is null and expires_at > $2`,
    values: [account, now],
  })
}

/** The account that an open link is for. In a transaction with `lock` only one caller gets it. */
export async function findResetLink(
  connection: Connection,
  tokenHash: string,
  { now, lock = false }: { readonly now: string; readonly lock?: boolean },
): Promise<ResetLink | undefined> {
  const [link] = await connection.query<ResetLink>({
    text: `select l.account, a.email, l.workspace from system.reset_link l
      join system.account a on a.id = l.account and not a.disabled
      where token_hash = $1 and used_at is null and expires_at > $2 ${lock ? 'for update of l' : ''}`,
    values: [tokenHash, now],
  })
  return link
}

export async function spendResetLink(tx: Connection, tokenHash: string, now: string): Promise<void> {
  await tx.query({
    text: 'update system.reset_link set used_at = $2 where token_hash = $1',
    values: [tokenHash, now],
  })
}

/** Whether somebody is or was a member of a workspace other than this one; who was locked out may be let in again. */
export async function isAccountElsewhere(
  connection: Connection,
  account: string,
  workspace: string,
): Promise<boolean> {
  for (const { key, schema } of await listWorkspaces(connection)) {
    if (key === workspace) continue
    const rows = await connection.query({
      text: `select 1 from ${quoteTable(schema, '_member')} where account = $1 limit 1`,
      values: [account],
    })
    if (rows.length > 0) return true
  }
  return false
}

/** How many links were mailed to an account since then. */
export async function countMailedLinks(
  connection: Connection,
  account: string,
  since: string,
): Promise<number> {
  const [row] = await connection.query<{ count: number }>({
    text: `select count(*) as count from system.reset_link where account = $1 and way = 'mail' and created_at > $2`,
    values: [account, since],
  })
  return row?.count ?? 0
}
