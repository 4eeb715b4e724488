import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Pace } from '../notifications/kinds.ts'
import type { Notifying } from '../notifications/notify.ts'
import { mostRefusals } from '../notifications/settings.ts'
import { dueUntil, isQuiet, type MailWish } from './mail-due.ts'

/** More lines than these go into the next mail. */
const perMail = 200

interface Waiting {
  readonly member: string
  readonly pace: Pace
  readonly oldest: string
  readonly zone: string
  readonly from: string | null
  readonly to: string | null
  readonly digestAt: string
}

function waitingSql(schema: string): string {
  const short = (column: string): string => `to_char(${column}, 'HH24:MI')`
  return `select w.member, w.pace, w.oldest, a.zone, ${short('s.quiet_from')} as "from", ${short('s.quiet_to')} as "to",
      coalesce(${short('s.digest_at')}, '08:00') as "digestAt"
    from (select member, pace, min(at) as oldest from ${quoteTable(schema, '_notification')}
      where mail and mailed_at is null and read_at is null and at >= $1 group by member, pace) w
    join ${quoteTable(schema, '_member')} m on m.id = w.member and m.active
    join system.account a on a.id = m.account and not a.disabled
    left join ${quoteTable(schema, '_notification_setting')} s on s.member = w.member
    where coalesce(s.refusals, 0) < ${mostRefusals} order by w.member`
}

const wishOf = ({ zone, from, to, digestAt }: Waiting): MailWish => ({
  zone,
  digestAt,
  quiet: from === null || to === null ? null : { from, to },
})

/** One mail of what is due to a member; which server takes it is decided by the lines it locks. */
async function gather(
  tx: Connection,
  { workspace: { schema }, now, newId }: Notifying,
  since: string,
  member: string,
  until: ReadonlyMap<Pace, string>,
): Promise<void> {
  const table = quoteTable(schema, '_notification')
  const paces = [...until.keys()]
  const lines = await tx.query<{ id: string }>({
    text: `with due as (
        select n.id from ${table} n join unnest($3::text[], $4::timestamptz[]) as u(pace, until) on u.pace = n.pace and n.at <= u.until
        where n.member = $1 and n.mail and n.mailed_at is null and n.read_at is null and n.at >= $2
        order by n.at, n.id limit ${perMail} for update of n skip locked
      ) update ${table} n set mailed_at = $5 from due where n.id = due.id returning n.id`,
    values: [member, since, paces, paces.map((pace) => until.get(pace)), now],
  })
  if (lines.length === 0) return
  await tx.query({
    text: `insert into ${quoteTable(schema, '_mail')} (id, member, notices, created_at, next_at) values ($1, $2, $3, $4, $4)`,
    values: [newId(), member, lines.map(({ id }) => id), now],
  })
}

/** Puts what is due to members by mail into mails to be sent, each line into one. */
export async function gatherMail(
  database: Transacting,
  scene: Notifying,
  since: string,
  isStopping: () => boolean,
): Promise<void> {
  const waiting = await database.query<Waiting>({
    text: waitingSql(scene.workspace.schema),
    values: [since],
  })
  for (const [member, rows] of Map.groupBy(waiting, (row) => row.member)) {
    if (isStopping()) return
    const until = new Map<Pace, string>()
    for (const row of rows) {
      const wish = wishOf(row)
      const due = dueUntil(row.pace, wish, scene.now)
      if (row.oldest <= due && !isQuiet(wish, scene.now)) until.set(row.pace, due)
    }
    if (until.size > 0) await database.transaction((tx) => gather(tx, scene, since, member, until))
  }
}
