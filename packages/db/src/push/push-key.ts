import type { Connection } from '../connection/connection.ts'

/** The key of the installation towards push services; its private part sealed by the server. */
export interface StoredPushKey {
  readonly publicKey: string
  readonly sealed: string
}

export async function pushKey(connection: Connection): Promise<StoredPushKey | undefined> {
  const [key] = await connection.query<StoredPushKey>({
    text: 'select public_key as "publicKey", sealed from system.push_key',
    values: [],
  })
  return key
}

/** Keeps a key unless another server was quicker, or in place of one that cannot be opened any more; answers the one in force. */
export async function keepPushKey(
  connection: Connection,
  made: StoredPushKey,
  instead?: StoredPushKey,
): Promise<StoredPushKey> {
  await connection.query({
    text: `insert into system.push_key as k (alone, public_key, sealed) values (true, $1, $2)
      on conflict (alone) do update set public_key = excluded.public_key, sealed = excluded.sealed where k.public_key = $3`,
    values: [made.publicKey, made.sealed, instead?.publicKey ?? null],
  })
  return (await pushKey(connection)) ?? made
}
