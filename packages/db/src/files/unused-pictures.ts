import type { Connection, Database } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

interface Unused {
  readonly before: string
  /** Only among these; among all when left out. */
  readonly among?: readonly string[]
}

/** Pictures for layouts that were brought before then and that no revision, no draft and no undo step names. */
async function findUnused(
  connection: Connection,
  { schema }: WorkspaceRef,
  { before, among }: Unused,
): Promise<string[]> {
  const rows = await connection.query<{ id: string }>({
    text: `select id from ${quoteTable(schema, '_file')} f
      where field = '$layout' and record is null and uploaded_at < $1 and ($2::uuid[] is null or id = any($2::uuid[]))
        and not exists (
          select 1 from ${quoteTable(schema, '_draft')} d
          where strpos(concat(d.definition::text, d.undo::text, d.redo::text), f.id::text) > 0
        )
        and not exists (
          select 1 from ${quoteTable(schema, '_revision')} r where strpos(r.definition::text, f.id::text) > 0
        )`,
    values: [before, among ?? null],
  })
  return rows.map(({ id }) => id)
}

/** Deletes the pictures for layouts that nothing uses any more; answers how many went. */
export async function deleteUnusedPictures(
  database: Database,
  workspace: WorkspaceRef,
  before: string,
): Promise<number> {
  const { schema } = workspace
  const found = await findUnused(database, workspace, { before })
  if (found.length === 0) return 0
  return database.transaction(async (tx) => {
    // Nobody puts one of them into a draft between the look and the deletion.
    await tx.query({
      text: `lock table ${quoteTable(schema, '_draft')}, ${quoteTable(schema, '_revision')} in share mode`,
      values: [],
    })
    const among = await findUnused(tx, workspace, { before, among: found })
    await tx.query({
      text: `delete from ${quoteTable(schema, '_file')} where id = any($1::uuid[])`,
      values: [among],
    })
    return among.length
  })
}
