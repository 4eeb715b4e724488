import {
  findResetLink,
  insertResetLink,
  isAccountElsewhere,
  type Connection,
  type ResetLink,
} from '@pipewright/db'
import { hashToken, newToken } from '../../auth/session-token.ts'
import type { Services } from '../../services.ts'

export const resetLifeMinutes = 60

export interface ResetFor {
  readonly account: string
  readonly way: 'mail' | 'member' | 'server'
  readonly madeBy?: string
  readonly workspace?: string
}

/** A new one-time link; answers the token, of which only the hash is kept. */
export async function newResetToken(
  { database, clock, random }: Pick<Services, 'database' | 'clock' | 'random'>,
  { account, way, madeBy, workspace }: ResetFor,
): Promise<string> {
  const token = newToken(random)
  const at = clock()
  const now = new Date(at).toISOString()
  const expiresAt = new Date(at + resetLifeMinutes * 60_000).toISOString()
  const link = {
    tokenHash: hashToken(token),
    account,
    way,
    madeBy: madeBy ?? null,
    workspace: workspace ?? null,
    now,
    expiresAt,
  }
  await database.transaction((tx) => insertResetLink(tx, link))
  return token
}

/**
 * The link of a token as long as it opens something. One that came through a workspace opens no account that became a
 * member of another one meanwhile: no workspace takes over what is not its own.
 */
export async function openResetLink(
  connection: Connection,
  token: string,
  options: { readonly now: string; readonly lock?: boolean },
): Promise<ResetLink | undefined> {
  const link = await findResetLink(connection, hashToken(token), options)
  if (link === undefined || link.workspace === null) return link
  return (await isAccountElsewhere(connection, link.account, link.workspace)) ? undefined : link
}
