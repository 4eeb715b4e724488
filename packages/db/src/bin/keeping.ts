import { changeForBulk, planBulk, readForBulk } from '../bulk/change-record.ts'
import type { Connection, Database } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { Scene } from '../records/scene.ts'

/** How long deleted records are kept, and who said so. */
export interface Keeping {
  /** Null: until somebody deletes them for good. */
  readonly days: number | null
  readonly member: string | null
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_bin_setting')

export async function readKeeping(connection: Connection, workspace: WorkspaceRef): Promise<Keeping> {
  const [row] = await connection.query<Keeping>(
    prepared({ text: `select keep_days as days, member from ${table(workspace)}`, values: [] }),
  )
  return row ?? { days: null, member: null }
}

export async function writeKeeping(
  connection: Connection,
  workspace: WorkspaceRef,
  { days, member }: Keeping,
): Promise<void> {
  await connection.query({
    text: `insert into ${table(workspace)} (keep_days, member) values ($1, $2)
      on conflict (one) do update set keep_days = excluded.keep_days, member = excluded.member`,
    values: [days, member],
  })
}

/** So many are deleted for good in one transaction. */
const atOnce = 20

interface OldRecord {
  readonly record: string
  readonly form: string
  readonly at: string
}

/**
 * Deletes for good what lies in the recycle bin for longer than it is kept, some at a time; answers how many went. What
 * is held, by an approval or by somebody's right, stays and is tried again another time.
 */
export async function purgeOld(
  database: Database,
  scene: Scene,
  { before, isStopping }: { readonly before: string; readonly isStopping: () => boolean },
): Promise<number> {
  const gone = quoteTable(scene.workspace.schema, '_gone')
  let mark: OldRecord | undefined
  let purged = 0
  while (!isStopping()) {
    const seen = mark
    const worked = await database.transaction(async (tx) => {
      const rows = await tx.query<OldRecord>(
        prepared({
          text: `select record, form, at from ${gone} where at < $1 and ($2::timestamptz is null or (at, record) > ($2, $3))
            order by at, record limit $4 for update skip locked`,
          values: [before, seen?.at ?? null, seen?.record ?? null, atOnce],
        }),
      )
      for (const [form, own] of Map.groupBy(rows, (row) => row.form)) {
        const planned = planBulk(scene, form, { type: 'purge' })
        if (!planned.ok) continue
        const ids = own.map(({ record }) => record)
        const read = await readForBulk(tx, planned.bulk, ids)
        for (const id of ids) {
          const row = read.get(id)
          // Gone with one before it.
          if (row === undefined) continue
          const done = await changeForBulk(tx, scene, planned.bulk, row, { type: 'bin' })
          if (done.ok) purged += 1 + done.along.length
        }
      }
      return rows
    })
    mark = worked.at(-1)
    if (mark === undefined) break
  }
  return purged
}
