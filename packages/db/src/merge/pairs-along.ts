import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from '../records/scene.ts'
import { movedTable, type MergeLine } from './merge-store.ts'

const pairs = ({ workspace }: Scene): string => quoteTable(workspace.schema, '_told_apart')

/** What the others were told apart from, the survivor is told apart from too. */
export async function tellApartAlong(
  tx: Connection,
  scene: Scene,
  { id, form, survivor, others }: MergeLine,
): Promise<void> {
  await tx.query(
    prepared({
      text: `with o as (select distinct on (x.stranger) x.* from (
            select case when one = any($4) then other else one end as stranger, member, at from ${pairs(scene)}
            where form = $2 and (one = any($4) or other = any($4))) x
          where x.stranger <> $3 and x.stranger <> all($4) order by x.stranger, x.at desc),
        c as (insert into ${pairs(scene)} (form, one, other, member, at)
          select $2, least(stranger, $3), greatest(stranger, $3), member, at from o on conflict do nothing
          returning case when one = $3 then other else one end as stranger)
        insert into ${movedTable(scene)} (merge, what, record) select $1, '_told_apart', stranger from c`,
      values: [id, form, survivor, others],
    }),
  )
}

/** The survivor is told apart only from what it was before. */
export async function tellApartBack(
  tx: Connection,
  scene: Scene,
  { id, survivor }: MergeLine,
): Promise<void> {
  await tx.query(
    prepared({
      text: `delete from ${pairs(scene)} p using ${movedTable(scene)} m where m.merge = $1 and m.what = '_told_apart'
        and p.one = least(m.record, $2) and p.other = greatest(m.record, $2)`,
      values: [id, survivor],
    }),
  )
}
