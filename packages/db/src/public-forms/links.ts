import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** The link of a public form and what is settled outside the definition. */
export interface PublicLink {
  readonly form: string
  readonly page: string
  /** The link itself is not kept (AZ-12). */
  readonly tokenHash: string
  /** What the link was made of, with the secret of the server; null: made before seeds were kept. */
  readonly seed: string | null
  /** The member whose records the answers become. */
  readonly owner: string
  readonly passwordHash: string | null
  /** False: paused by hand. */
  readonly open: boolean
  /** Answers so far. */
  readonly taken: number
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_public_link')
const columns =
  'form, page, token_hash as "tokenHash", seed, owner, password_hash as "passwordHash", open, taken'

export async function listPublicLinks(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<PublicLink[]> {
  return connection.query<PublicLink>({
    text: `select ${columns} from ${table(workspace)} order by form, page`,
    values: [],
  })
}

export async function findPublicLink(
  connection: Connection,
  workspace: WorkspaceRef,
  tokenHash: string,
): Promise<PublicLink | undefined> {
  const [link] = await connection.query<PublicLink>({
    text: `select ${columns} from ${table(workspace)} where token_hash = $1`,
    values: [tokenHash],
  })
  return link
}

/** Makes the link of a public form, or replaces it: the former then leads nowhere; count and settings stay. */
export async function putPublicLink(
  connection: Connection,
  workspace: WorkspaceRef,
  link: Pick<PublicLink, 'form' | 'page' | 'tokenHash' | 'seed' | 'owner'> & {
    readonly by: string
    readonly now: string
  },
): Promise<void> {
  await connection.query({
    text: `insert into ${table(workspace)} (form, page, token_hash, seed, owner, made_by, made_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (form, page) do update set token_hash = excluded.token_hash, seed = excluded.seed, made_by = excluded.made_by, made_at = excluded.made_at`,
    values: [link.form, link.page, link.tokenHash, link.seed, link.owner, link.by, link.now],
  })
}

export interface PublicLinkChange {
  readonly owner?: string
  /** Null takes the password away. */
  readonly passwordHash?: string | null
  readonly open?: boolean
}

/** Changes what is given; false when there is no such link. */
export async function changePublicLink(
  connection: Connection,
  workspace: WorkspaceRef,
  { form, page }: Pick<PublicLink, 'form' | 'page'>,
  { owner, passwordHash, open }: PublicLinkChange,
): Promise<boolean> {
  const changed = await connection.query({
    text: `update ${table(workspace)} set owner = coalesce($3, owner), open = coalesce($4, open),
      password_hash = case when $5 then $6 else password_hash end where form = $1 and page = $2 returning 1`,
    values: [form, page, owner ?? null, open ?? null, passwordHash !== undefined, passwordHash ?? null],
  })
  return changed.length > 0
}

/** Counts one more answer unless the quota is used up. The row stays locked until the transaction ends, so no two take the last place. */
export async function takePlace(
  tx: Connection,
  workspace: WorkspaceRef,
  { form, page }: Pick<PublicLink, 'form' | 'page'>,
  quota: number | undefined,
): Promise<boolean> {
  const taken = await tx.query({
    text: `update ${table(workspace)} set taken = taken + 1
      where form = $1 and page = $2 and open and ($3::int is null or taken < $3) returning 1`,
    values: [form, page, quota ?? null],
  })
  return taken.length > 0
}
