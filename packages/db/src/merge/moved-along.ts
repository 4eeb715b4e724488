import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { announceMembers, announceTasks } from '../people/announce.ts'
import type { Scene } from '../records/scene.ts'
import { movedTable, type MergeLine } from './merge-store.ts'
import { tellApartAlong, tellApartBack } from './pairs-along.ts'

/** Tables of the engine whose lines belong to a record, with those of them that go with it. What was read tells of the past. */
const tables = {
  _comment: 'true',
  _record_mail: 'true',
  _task: 'true',
  _notification: 't.read_at is null',
  _file: `(t.field like '$comment%' or t.field = '$mail' or t.id = any($5))`,
} as const

const identities = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Follows and shares of the others become such of the survivor, where it has none of that member. */
async function widen(tx: Connection, scene: Scene, { id, form, survivor, others }: MergeLine): Promise<void> {
  const { schema } = scene.workspace
  const [look, share, moved] = [
    quoteTable(schema, '_look'),
    quoteTable(schema, '_record_share'),
    movedTable(scene),
  ]
  await tx.query(
    prepared({
      text: `with c as (insert into ${look} as l (member, record, form, follows)
          select distinct member, $2::uuid, form, true from ${look} where record = any($3) and follows
          on conflict (member, record) do update set follows = true where l.follows is null returning member)
        insert into ${moved} (merge, what, record) select $1, '_look', member from c`,
      values: [id, survivor, others],
    }),
  )
  const found = await tx.query<{ id: string }>(
    prepared({
      text: `select distinct on (coalesce(member, department)) id from ${share} where form = $1 and record = any($2)
        order by coalesce(member, department), edit desc, ends_at desc nulls first`,
      values: [form, others],
    }),
  )
  const copies = found.map((each) => ({ id: scene.newId(), of: each.id }))
  await tx.query(
    prepared({
      text: `with c as (insert into ${share} (id, form, record, member, department, edit, until, ends_at, shared_by, shared_at)
          select x.id, s.form, $2, s.member, s.department, s.edit, s.until, s.ends_at, s.shared_by, s.shared_at
          from json_to_recordset($3::json) as x(id uuid, of uuid) join ${share} s on s.id = x.of
          on conflict (record, coalesce(member, department)) do nothing returning id)
        insert into ${moved} (merge, what, record) select $1, '_record_share', id from c`,
      values: [id, survivor, JSON.stringify(copies)],
    }),
  )
}

async function announce(tx: Connection, { workspace }: Scene): Promise<void> {
  await announceMembers(tx, workspace)
  await announceTasks(tx, workspace)
}

/** Comments and mails with their files, tasks, unread notifications, follows, shares and what it is not go to the survivor, and files of values it takes. */
export async function moveAlong(
  tx: Connection,
  scene: Scene,
  merge: MergeLine,
  taken: readonly unknown[],
): Promise<void> {
  const files = JSON.stringify(taken).match(identities) ?? []
  for (const [name, which] of Object.entries(tables)) {
    const table = quoteTable(scene.workspace.schema, name)
    await tx.query(
      prepared({
        text: `with o as (select t.id, t.record as was from ${table} t where t.form = $2 and t.record = any($4) and ${which} and $5::uuid[] is not null order by t.id for update),
          c as (update ${table} t set record = $3 from o where t.id = o.id returning t.id, o.was)
          insert into ${movedTable(scene)} (merge, what, record, was) select $1, '${name}', id, was from c`,
        values: [merge.id, merge.form, merge.survivor, merge.others, [...new Set(files)]],
      }),
    )
  }
  await widen(tx, scene, merge)
  await tellApartAlong(tx, scene, merge)
  await announce(tx, scene)
}

/** What came along goes back to those of the others that are there again. */
export async function moveBack(tx: Connection, scene: Scene, merge: MergeLine): Promise<void> {
  const { id, survivor, others } = merge
  const { schema } = scene.workspace
  const moved = movedTable(scene)
  for (const name of Object.keys(tables))
    await tx.query(
      prepared({
        text: `update ${quoteTable(schema, name)} t set record = m.was from ${moved} m
          where m.merge = $1 and m.what = '${name}' and t.id = m.record and t.record = $2 and m.was = any($3)`,
        values: [id, survivor, others],
      }),
    )
  await tx.query(
    prepared({
      text: `update ${quoteTable(schema, '_look')} l set follows = null from ${moved} m
        where m.merge = $1 and m.what = '_look' and l.member = m.record and l.record = $2`,
      values: [id, survivor],
    }),
  )
  await tx.query(
    prepared({
      text: `delete from ${quoteTable(schema, '_record_share')} s using ${moved} m
        where m.merge = $1 and m.what = '_record_share' and s.id = m.record`,
      values: [id],
    }),
  )
  await tellApartBack(tx, scene, merge)
  await announce(tx, scene)
}
