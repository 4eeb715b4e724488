import type { Connection } from '../connection/connection.ts'

export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
  readonly disabled: boolean
}

const columns = `id, email, name, password_hash as "passwordHash", locale, zone, disabled`

export async function hasAccounts(connection: Connection): Promise<boolean> {
  const rows = await connection.query({ text: 'select 1 from system.account limit 1', values: [] })
  return rows.length > 0
}

/** The account that signs in with this address, however it is written. */
export async function findAccountByEmail(
  connection: Connection,
  email: string,
): Promise<Account | undefined> {
  const [account] = await connection.query<Account>({
    text: `select ${columns} from system.account where email_folded = lower(normalize($1::text, nfkc))`,
    values: [email],
  })
  return account
}

export async function findAccount(connection: Connection, id: string): Promise<Account | undefined> {
  const [account] = await connection.query<Account>({
    text: `select ${columns} from system.account where id = $1`,
    values: [id],
  })
  return account
}

/** Makes an account; false when the address already has one. */
export async function insertAccount(
  connection: Connection,
  account: Omit<Account, 'disabled'> & { readonly createdAt: string },
): Promise<boolean> {
  const rows = await connection.query({
    text: `insert into system.account (id, email, name, password_hash, locale, zone, created_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
    values: [
      account.id,
      account.email,
      account.name,
      account.passwordHash,
      account.locale,
      account.zone,
      account.createdAt,
    ],
  })
  return rows.length > 0
}

export interface AccountChanges {
  readonly name?: string | undefined
  readonly locale?: 'en' | 'zh' | undefined
  readonly zone?: string | undefined
}

export async function updateAccount(
  connection: Connection,
  id: string,
  changes: AccountChanges,
): Promise<void> {
  await connection.query({
    text: `update system.account
      set name = coalesce($2, name), locale = coalesce($3, locale), zone = coalesce($4, zone) where id = $1`,
    values: [id, changes.name ?? null, changes.locale ?? null, changes.zone ?? null],
  })
}

export async function setPasswordHash(connection: Connection, id: string, hash: string): Promise<void> {
  await connection.query({
    text: 'update system.account set password_hash = $2 where id = $1',
    values: [id, hash],
  })
}
