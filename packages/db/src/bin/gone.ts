import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from '../records/scene.ts'

/** A record of the recycle bin, by where it is. */
export interface GoneRecord {
  readonly form: string
  readonly id: string
}

/** Notes what was put into the recycle bin; `root` is the record with which the others went, null where each went by itself. */
export async function noteGone(
  tx: Connection,
  { workspace, actor, now }: Scene,
  records: readonly GoneRecord[],
  root: string | null,
): Promise<void> {
  await tx.query(
    prepared({
      text: `insert into ${quoteTable(workspace.schema, '_gone')} as g (record, form, at, member, root)
        select id, form, $2, $3, nullif($4::uuid, id) from json_to_recordset($1::json) as x(id uuid, form text)
        on conflict (record) do update set at = excluded.at, member = excluded.member, root = excluded.root`,
      values: [JSON.stringify(records), now, actor.memberId, root],
    }),
  )
}

/** Forgets what was taken back, or deleted for good. */
export async function forgetGone(
  tx: Connection,
  { workspace }: Pick<Scene, 'workspace'>,
  ids: readonly string[],
): Promise<void> {
  const table = quoteTable(workspace.schema, '_gone')
  await tx.query(prepared({ text: `delete from ${table} where record = any($1)`, values: [ids] }))
}

/** Which of these records lie in the recycle bin. */
export async function goneAmong(
  tx: Connection,
  { workspace }: Pick<Scene, 'workspace'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const table = quoteTable(workspace.schema, '_gone')
  const text = `select record from ${table} where record = any($1)`
  const rows = await tx.query<{ record: string }>(prepared({ text, values: [ids] }))
  return new Set(rows.map(({ record }) => record))
}
