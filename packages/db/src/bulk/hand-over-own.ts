import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { announceTasks, announceViews } from '../people/announce.ts'
import { refused } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { arrangeFavourites } from '../views/arrange-favourites.ts'
import type { WaitingRecord } from './bulk-store.ts'
import type { Change } from './change-record.ts'

/** What a member has for himself besides records and approvals. */
export const ownThings = ['tasks', 'sharedViews', 'privateViews', 'follows', 'favourites'] as const
export type OwnThing = (typeof ownThings)[number]

/** Where each stands among the records of a job. */
export const ownForms: Readonly<Record<OwnThing, string>> = {
  tasks: '_task',
  sharedViews: '_view',
  privateViews: '_private_view',
  follows: '_follow',
  favourites: '_favourite',
}

/**
 * What there is of each, by `id` and what else is to be known; $1 has it, and what $2 has already he is not given. Follows
 * and favourites have no id, so that they get one that is the same each time.
 */
const sources: Readonly<Record<OwnThing, (table: (name: string) => string) => string>> = {
  tasks: (table) => `select id, jsonb_build_object('both', assignees @> array[$2::uuid]) as more
    from ${table('_task')} where done_at is null and assignees @> array[$1::uuid]`,
  sharedViews: (table) => `select id, '{}'::jsonb as more from ${table('_view')}
    where owner = $1::uuid and $2::uuid is distinct from owner and deleted_at is null and sharing <> 'nobody'`,
  privateViews: (table) => `select id, '{}'::jsonb as more from ${table('_view')}
    where owner = $1::uuid and $2::uuid is distinct from owner and deleted_at is null and sharing = 'nobody'`,
  follows: (
    table,
  ) => `select md5('follow ' || record)::uuid as id, jsonb_build_object('form', form, 'record', record) as more
    from ${table('_look')} l where member = $1::uuid and follows
      and not exists (select 1 from ${table('_look')} o where o.member = $2::uuid and o.record = l.record and o.follows)`,
  favourites: (
    table,
  ) => `select md5('favourite ' || path)::uuid as id, jsonb_build_object('path', path) as more
    from ${table('_desk')} d, jsonb_array_elements_text(favourites) path where d.member = $1::uuid
      and not exists (select 1 from ${table('_desk')} o where o.member = $2::uuid and o.favourites @> to_jsonb(path))`,
}

const tableIn =
  ({ schema }: WorkspaceRef) =>
  (name: string) =>
    quoteTable(schema, name)

/** How much there is of each. */
export async function countOwn(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<Readonly<Record<OwnThing, number>>> {
  const counts = ownThings.map(
    (thing) => `(select count(*)::int from (${sources[thing](tableIn(workspace))}) s) as "${thing}"`,
  )
  const [row] = await connection.query<Record<OwnThing, number>>({
    text: `select ${counts.join(', ')}`,
    values: [member, null],
  })
  return row ?? { tasks: 0, sharedViews: 0, privateViews: 0, follows: 0, favourites: 0 }
}

/** Adds what somebody has for himself to what a job hands over. */
export async function chooseOwn(
  tx: Connection,
  workspace: WorkspaceRef,
  job: string,
  { from, to, what }: { readonly from: string; readonly to: string; readonly what: readonly OwnThing[] },
): Promise<void> {
  const records = quoteTable(workspace.schema, '_bulk_record')
  for (const thing of ownThings.filter((one) => what.includes(one)))
    await tx.query({
      text: `insert into ${records} (job, place, form, record, set)
        select $3::uuid, (select coalesce(max(place), 0) from ${records} where job = $3::uuid) + row_number() over (order by id),
          '${ownForms[thing]}', id, more || jsonb_build_object('to', $2::uuid)
        from (${sources[thing](tableIn(workspace))}) as own`,
      values: [from, to, job],
    })
}

interface Giving {
  readonly from: string
  readonly to: string
  /** Whether a hand-over is taken back. */
  readonly isBack: boolean
}

/** Who had a task together with its receiver is only taken out of it, and comes back into it. */
async function giveTask(
  tx: Connection,
  { workspace }: Scene,
  { record, set }: WaitingRecord,
  giving: Giving,
) {
  const { from, to, isBack } = giving
  const next =
    set?.both !== true
      ? 'array_replace(assignees, $2::uuid, $3::uuid)'
      : isBack
        ? 'array_append(array_remove(assignees, $3::uuid), $3::uuid)'
        : 'array_remove(assignees, $2::uuid)'
  const given = await tx.query({
    text: `update ${quoteTable(workspace.schema, '_task')} set assignees = ${next}, version = version + 1
      where id = $1 and done_at is null and assignees @> array[$2::uuid] and $3::uuid is not null returning id`,
    values: [record, from, to],
  })
  await announceTasks(tx, workspace)
  return given.length > 0
}

async function giveView(
  tx: Connection,
  { workspace }: Scene,
  { record }: WaitingRecord,
  { from, to }: Giving,
) {
  const given = await tx.query({
    text: `update ${quoteTable(workspace.schema, '_view')} set owner = $3, version = version + 1
      where id = $1 and owner = $2 and deleted_at is null returning id`,
    values: [record, from, to],
  })
  await announceViews(tx, workspace, null)
  return given.length > 0
}

async function giveFollow(
  tx: Connection,
  { workspace }: Scene,
  { set }: WaitingRecord,
  { from, to }: Giving,
) {
  const look = quoteTable(workspace.schema, '_look')
  const letGo = await tx.query({
    text: `update ${look} set follows = null where member = $1 and record = $2 and follows returning record`,
    values: [from, set?.record],
  })
  if (letGo.length === 0) return false
  await tx.query({
    text: `insert into ${look} (member, record, form, follows) values ($1, $2, $3, true)
      on conflict (member, record) do update set follows = true`,
    values: [to, set?.record, set?.form],
  })
  return true
}

async function changeDesk(
  tx: Connection,
  workspace: WorkspaceRef,
  member: string,
  change: Parameters<typeof arrangeFavourites>[1],
): Promise<void> {
  const desk = quoteTable(workspace.schema, '_desk')
  const [row] = await tx.query<{ favourites: readonly string[] }>({
    text: `insert into ${desk} (member) values ($1) on conflict (member) do update set member = excluded.member
      returning favourites`,
    values: [member],
  })
  await tx.query({
    text: `update ${desk} set favourites = $2 where member = $1`,
    values: [member, JSON.stringify(arrangeFavourites(row?.favourites ?? [], change))],
  })
  await announceViews(tx, workspace, member)
}

async function giveFavourite(tx: Connection, { workspace }: Scene, { set }: WaitingRecord, giving: Giving) {
  const path = set?.path ?? ''
  await changeDesk(tx, workspace, giving.from, { remove: [path] })
  await changeDesk(tx, workspace, giving.to, { add: [path] })
  return true
}

const givers: Readonly<Record<string, typeof giveTask>> = {
  [ownForms.tasks]: giveTask,
  [ownForms.sharedViews]: giveView,
  [ownForms.privateViews]: giveView,
  [ownForms.follows]: giveFollow,
  [ownForms.favourites]: giveFavourite,
}

/** Gives one thing that somebody has for himself to its receiver; undefined where it is none of these. */
export function handOverOwn(
  tx: Connection,
  scene: Scene,
  row: WaitingRecord,
  giving: Giving,
): Promise<Change> | undefined {
  const give = givers[row.form]
  if (give === undefined) return undefined
  return give(tx, scene, row, giving).then((isGiven) =>
    isGiven ? { ok: true, warnings: [], along: [] } : refused('not-found'),
  )
}
