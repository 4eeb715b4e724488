import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from '../records/scene.ts'

/** A merge: which records became which. */
export interface MergeLine {
  readonly id: string
  readonly form: string
  readonly survivor: string
  readonly others: readonly string[]
}

export const movedTable = ({ workspace }: Scene): string => quoteTable(workspace.schema, '_merge_moved')
const table = ({ workspace }: Scene): string => quoteTable(workspace.schema, '_merge')

export async function insertMerge(tx: Connection, scene: Scene, merge: MergeLine): Promise<void> {
  const { id, form, survivor, others } = merge
  await tx.query(
    prepared({
      text: `insert into ${table(scene)} (id, form, survivor, others, change_set, at) values ($1, $2, $3, $4, $5, $6)`,
      values: [id, form, survivor, others, scene.changeSet ?? null, scene.now],
    }),
  )
}

/** Marks a merge as taken back, or as done again; undefined when it stands so already. */
export async function turnMerge(
  tx: Connection,
  scene: Scene,
  id: string,
  undone: boolean,
): Promise<MergeLine | undefined> {
  const [line] = await tx.query<MergeLine>(
    prepared({
      text: `update ${table(scene)} set undone = $2 where id = $1 and undone <> $2 returning id, form, survivor, others`,
      values: [id, undone],
    }),
  )
  return line
}

/** What a merge moved is known anew when it is done again. */
export async function forgetMoved(tx: Connection, scene: Scene, id: string): Promise<void> {
  await tx.query(prepared({ text: `delete from ${movedTable(scene)} where merge = $1`, values: [id] }))
}

/** Where a record went that was merged into another, over all merges since. */
export async function mergedInto(
  connection: Connection,
  scene: Scene,
  form: string,
  record: string,
): Promise<string | undefined> {
  const [row] = await connection.query<{ id: string }>(
    prepared({
      text: `with recursive way as (
          select survivor as id, 1 as n from ${table(scene)} where others @> array[$2::uuid] and form = $1 and not undone
          union all select m.survivor, way.n + 1 from way join ${table(scene)} m on m.others @> array[way.id] and m.form = $1 and not m.undone
            where way.n < 50
        ) select id from way order by n desc limit 1`,
      values: [form, record],
    }),
  )
  return row?.id
}
