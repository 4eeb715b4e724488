import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { isQuiet } from '../mail/mail-due.ts'
import { selectNotifications, type StoredNotification } from '../notifications/list-notifications.ts'
import type { Notifying } from '../notifications/notify.ts'
import { deviceColumns, dropSignedOut, isSignedIn, type PushDevice } from './devices.ts'

const minuteMs = 60_000
/** What is older than this is told in the app alone. */
export const pushLastsMs = 24 * 60 * minuteMs
const leaseMs = minuteMs
/** Minutes until the next try; after the last one a push is given up. */
const waits = [1, 5, 15, 60, 180]
/** More than these at once are told as one. */
const perPush = 3

const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString()

interface Waiting {
  readonly member: string
  readonly zone: string
  readonly from: string | null
  readonly to: string | null
}

/** Those who have a device and something to be told on it. */
function waitingMembers(connection: Connection, { workspace, now }: Notifying) {
  const { schema } = workspace
  return connection.query<Waiting>({
    text: `select w.member, a.zone, to_char(s.quiet_from, 'HH24:MI') as "from", to_char(s.quiet_to, 'HH24:MI') as "to"
      from (select distinct member from ${quoteTable(schema, '_notification')}
        where push and pushed_at is null and read_at is null and at >= $1) w
      join ${quoteTable(schema, '_member')} m on m.id = w.member and m.active
      join system.account a on a.id = m.account and not a.disabled
      left join ${quoteTable(schema, '_notification_setting')} s on s.member = w.member
      where exists (select from ${quoteTable(schema, '_push_device')} d where d.member = w.member and ${isSignedIn(workspace, '$2')})
      order by w.member`,
    values: [later(now, -pushLastsMs), now],
  })
}

async function gather(tx: Connection, scene: Notifying, member: string): Promise<void> {
  const { schema } = scene.workspace
  const table = quoteTable(schema, '_notification')
  const lines = await tx.query<{ id: string }>({
    text: `with due as (
        select id from ${table} where member = $1 and push and pushed_at is null and read_at is null and at >= $2
        order by at, id for update skip locked
      ) update ${table} n set pushed_at = $3 from due where n.id = due.id returning n.id`,
    values: [member, later(scene.now, -pushLastsMs), scene.now],
  })
  const ids = lines.map(({ id }) => id)
  const pushes = ids.length > perPush ? [ids] : ids.map((id) => [id])
  for (const notices of pushes)
    await tx.query({
      text: `insert into ${quoteTable(schema, '_push')} (id, device, notices, created_at, next_at)
        select gen_random_uuid(), d.id, $2, $3, $3 from ${quoteTable(schema, '_push_device')} d
        where d.member = $1 and ${isSignedIn(scene.workspace, '$3')}`,
      values: [member, notices, scene.now],
    })
}

/** Puts what members are to be told by push into pushes to their devices, each line once; not in their quiet hours. */
export async function gatherPush(
  database: Transacting,
  scene: Notifying,
  isStopping: () => boolean,
): Promise<void> {
  await dropSignedOut(database, scene.workspace, scene.now)
  for (const { member, zone, from, to } of await waitingMembers(database, scene)) {
    if (isStopping()) return
    const quiet = from === null || to === null ? null : { from, to }
    if (isQuiet({ zone, quiet }, scene.now)) continue
    await database.transaction((tx) => gather(tx, scene, member))
  }
}

/** A push whose turn it is, taken by this server for a minute. */
export interface WaitingPush {
  readonly push: string
  readonly notices: readonly string[]
  readonly attempts: number
  readonly createdAt: string
  readonly member: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
  readonly device: PushDevice
}

interface Row extends PushDevice {
  readonly push: string
  readonly notices: readonly string[]
  readonly attempts: number
  readonly queuedAt: string
  readonly member: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
}

/** Takes the next push to none of these hosts; of several servers one. A killed one leaves it to the others, and the device shows it once. */
export async function claimPush(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
  except: readonly string[] = [],
): Promise<WaitingPush | undefined> {
  const { schema } = workspace
  const table = quoteTable(schema, '_push')
  const [row] = await connection.query<Row>({
    text: `with next as (select p.id from ${table} p join ${quoteTable(schema, '_push_device')} d on d.id = p.device
        where p.next_at <= $1 and split_part(d.endpoint, '/', 3) <> all($3::text[])
          and ${isSignedIn(workspace, '$1')}
        order by p.next_at, p.id limit 1 for update of p skip locked),
      taken as (update ${table} p set next_at = $2, attempts = attempts + 1 from next where p.id = next.id
        returning p.id, p.device, p.notices, p.attempts, p.created_at)
      select t.id as push, t.notices, t.attempts, t.created_at as "queuedAt", d.member, a.locale, a.zone, ${deviceColumns}
      from taken t join ${quoteTable(schema, '_push_device')} d on d.id = t.device
      join ${quoteTable(schema, '_member')} m on m.id = d.member
      join system.account a on a.id = m.account`,
    values: [now, later(now, leaseMs), except],
  })
  if (row === undefined) return undefined
  const { push, notices, attempts, queuedAt, member, locale, zone, ...device } = row
  return { push, notices, attempts, createdAt: queuedAt, member, locale, zone, device }
}

/** What a push tells, as far as it is of the one who has the device now, is still signed in there and did not read it meanwhile. */
export const noticesOfPush = (
  connection: Connection,
  workspace: WorkspaceRef,
  { notices, member, device }: WaitingPush,
  now: string,
): Promise<StoredNotification[]> =>
  connection.query<StoredNotification>({
    text: `${selectNotifications(workspace)} where n.id = any($1::uuid[]) and n.member = $2 and n.read_at is null
      and exists (select from ${quoteTable(workspace.schema, '_member')} m
        join system.account a on a.id = m.account and not a.disabled where m.id = $2)
      and exists (select from ${quoteTable(workspace.schema, '_push_device')} d
        where d.id = $3 and d.member = $2 and ${isSignedIn(workspace, '$4')})
      order by n.at desc, n.id desc`,
    values: [notices, member, device.id, now],
  })

/** It is done with: it was taken, or there is nothing to tell, or nobody takes it. */
export async function endPush(
  connection: Connection,
  { schema }: WorkspaceRef,
  { push }: WaitingPush,
): Promise<void> {
  await connection.query({
    text: `delete from ${quoteTable(schema, '_push')} where id = $1`,
    values: [push],
  })
}

/** It is tried again some times, later each time, and not before the push service wants it. */
export async function delayPush(
  connection: Connection,
  workspace: WorkspaceRef,
  waiting: WaitingPush,
  { now, retryAfter }: { readonly now: string; readonly retryAfter: number | null },
): Promise<void> {
  const wait = waits[waiting.attempts - 1]
  const at = later(now, Math.max((wait ?? 0) * minuteMs, (retryAfter ?? 0) * 1000))
  if (wait === undefined || at > later(waiting.createdAt, pushLastsMs)) {
    await endPush(connection, workspace, waiting)
    return
  }
  await connection.query({
    text: `update ${quoteTable(workspace.schema, '_push')} set next_at = $2 where id = $1`,
    values: [waiting.push, at],
  })
}
