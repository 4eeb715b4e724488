import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

export interface NewInvitation {
  readonly id: string
  readonly tokenHash: string
  readonly member: string
  readonly createdBy: string
  readonly now: string
  readonly expiresAt: string
}

export interface OpenInvitation {
  readonly id: string
  readonly member: string
  readonly email: string
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_invitation')

/** A new link for a member; links given out before for the same member are void. */
export async function insertInvitation(
  connection: Connection,
  workspace: WorkspaceRef,
  invitation: NewInvitation,
): Promise<void> {
  await connection.query({
    text: `delete from ${table(workspace)} where member = $1 and accepted_at is null`,
    values: [invitation.member],
  })
  await connection.query({
    text: `insert into ${table(workspace)} (id, token_hash, member, created_by, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6)`,
    values: [
      invitation.id,
      invitation.tokenHash,
      invitation.member,
      invitation.createdBy,
      invitation.now,
      invitation.expiresAt,
    ],
  })
}

/** The invitation behind a link, if it can still be accepted. In a transaction with `lock` only one caller gets it. */
export async function findInvitation(
  connection: Connection,
  workspace: WorkspaceRef,
  tokenHash: string,
  { now, lock = false }: { readonly now: string; readonly lock?: boolean },
): Promise<OpenInvitation | undefined> {
  const [invitation] = await connection.query<OpenInvitation>({
    text: `select i.id, i.member, m.email from ${table(workspace)} i
      join ${quoteTable(workspace.schema, '_member')} m on m.id = i.member
      where token_hash = $1 and accepted_at is null and expires_at > $2 and m.active and m.account is null
      ${lock ? 'for update of i' : ''}`,
    values: [tokenHash, now],
  })
  return invitation
}

export async function acceptInvitation(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  now: string,
): Promise<void> {
  await connection.query({
    text: `update ${table(workspace)} set accepted_at = $2 where id = $1`,
    values: [id, now],
  })
}
