import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** Which record an answer became. */
export interface PublicAnswer {
  readonly record: string
  readonly form: string
  readonly page: string
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_public_answer')

/** Notes an answer; false when this browser has answered already and may do so once only. */
export async function insertAnswer(
  tx: Connection,
  workspace: WorkspaceRef,
  answer: PublicAnswer & {
    readonly deviceHash: string | null
    readonly linkHash: string | null
    readonly now: string
  },
): Promise<boolean> {
  const made = await tx.query({
    text: `insert into ${table(workspace)} (record, form, page, device_hash, link_hash, at) values ($1, $2, $3, $4, $5, $6)
      on conflict (form, page, device_hash) where device_hash is not null do nothing returning 1`,
    values: [answer.record, answer.form, answer.page, answer.deviceHash, answer.linkHash, answer.now],
  })
  return made.length > 0
}

/** This browser has answered the page. */
export async function hasAnswered(
  connection: Connection,
  workspace: WorkspaceRef,
  { form, page, deviceHash }: { form: string; page: string; deviceHash: string },
): Promise<boolean> {
  const found = await connection.query({
    text: `select 1 from ${table(workspace)} where form = $1 and page = $2 and device_hash = $3`,
    values: [form, page, deviceHash],
  })
  return found.length > 0
}

/** The answer that a private link leads to, and the member its page's answers belong to, as long as the page has a link. */
export async function findAnswer(
  connection: Connection,
  workspace: WorkspaceRef,
  linkHash: string,
): Promise<(PublicAnswer & { readonly owner: string }) | undefined> {
  const [answer] = await connection.query<PublicAnswer & { owner: string }>({
    text: `select record, form, page, owner from ${table(workspace)}
      join ${quoteTable(workspace.schema, '_public_link')} using (form, page) where link_hash = $1`,
    values: [linkHash],
  })
  return answer
}
