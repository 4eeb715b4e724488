import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { announceMembers } from './announce.ts'

/** A key that was not revoked, as its managers see it. */
export interface ApiKeyRow {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly roles: readonly string[]
  /** Addresses and networks it may be used from; empty: everywhere. */
  readonly networks: readonly string[]
  readonly createdBy: string
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

/** A key with whom it acts for: the member who made it, who is active and whose account may sign in. */
export interface LivingApiKey extends ApiKeyRow {
  readonly account: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
}

export type NewApiKey = Omit<ApiKeyRow, 'lastUsedAt'> & { readonly secretHash: string }

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_api_key')

const columns = `k.id, k.name, k.prefix, k.roles, k.networks, k.created_by as "createdBy",
  k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt"`

export async function listApiKeys(connection: Connection, workspace: WorkspaceRef): Promise<ApiKeyRow[]> {
  return connection.query<ApiKeyRow>({
    text: `select ${columns} from ${table(workspace)} k where revoked_at is null order by created_at desc, id desc limit 500`,
    values: [],
  })
}

export async function insertApiKey(
  connection: Connection,
  workspace: WorkspaceRef,
  key: NewApiKey,
): Promise<void> {
  const { id, name, prefix, secretHash, roles, networks, createdBy, createdAt, expiresAt } = key
  await connection.query({
    text: `insert into ${table(workspace)}
      (id, name, prefix, secret_hash, roles, networks, created_by, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [id, name, prefix, secretHash, roles, networks, createdBy, createdAt, expiresAt],
  })
}

/** Ends a key and tells every process; false when there is no such key. */
export async function revokeApiKey(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now }: { readonly id: string; readonly now: string },
): Promise<boolean> {
  const revoked = await connection.query({
    text: `update ${table(workspace)} set revoked_at = $2 where id = $1 and revoked_at is null returning id`,
    values: [id, now],
  })
  if (revoked.length > 0) await announceMembers(connection, workspace)
  return revoked.length > 0
}

/** The key with this secret, as long as it was not revoked and its maker may still sign in here. */
export async function findApiKey(
  connection: Connection,
  workspace: WorkspaceRef,
  secretHash: string,
): Promise<LivingApiKey | undefined> {
  const [key] = await connection.query<LivingApiKey>({
    text: `select ${columns}, m.account, a.locale, a.zone from ${table(workspace)} k
      join ${quoteTable(workspace.schema, '_member')} m on m.id = k.created_by and m.active
      join system.account a on a.id = m.account and not a.disabled
      where k.secret_hash = $1 and k.revoked_at is null`,
    values: [secretHash],
  })
  return key
}

/** Notes that a key is in use, at most once a minute. */
export async function touchApiKey(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now }: { readonly id: string; readonly now: string },
): Promise<void> {
  await connection.query({
    text: `update ${table(workspace)} set last_used_at = $2
      where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
    values: [id, now],
  })
}
