import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { notify } from '../notifications/notify.ts'
import { sceneOfMember } from '../people/scene-of-member.ts'
import { dayIn, type Scene } from '../records/scene.ts'
import { listFollowUps } from './list-todo.ts'
import { instantOf } from './task-times.ts'

/** When members are told, on their own clocks. */
const morning = '08:00'

interface Reader {
  readonly member: string
  readonly zone: string
  readonly locale: 'en' | 'zh'
  readonly before: string | null
}

/** Those whose morning it is and who were not looked at today. */
async function waiting(connection: Connection, { workspace: { schema }, now }: Scene): Promise<Reader[]> {
  const readers = await connection.query<Reader>({
    text: `select m.id as member, a.zone, a.locale, s.overdue_on as before from ${quoteTable(schema, '_member')} m
      join system.account a on a.id = m.account and not a.disabled
      left join ${quoteTable(schema, '_notification_setting')} s on s.member = m.id where m.active order by m.id`,
    values: [],
  })
  return readers.filter(({ zone, before }) => {
    const today = dayIn(zone, now)
    return (before ?? '') < today && instantOf(today, morning, zone) <= now
  })
}

/** Takes the day of a member; false when another server has it. */
async function claim(
  tx: Connection,
  { workspace: { schema } }: Scene,
  { member, before }: Reader,
  today: string,
): Promise<boolean> {
  const rows = await tx.query({
    text: `insert into ${quoteTable(schema, '_notification_setting')} as s (member, overdue_on) values ($1, $2)
      on conflict (member) do update set overdue_on = excluded.overdue_on
        where s.overdue_on is not distinct from $3::date returning 1`,
    values: [member, today, before],
  })
  return rows.length > 0
}

async function tell(tx: Connection, scene: Scene, reader: Reader): Promise<void> {
  const { member, zone, locale, before } = reader
  const today = dayIn(zone, scene.now)
  if (!(await claim(tx, scene, reader, today))) return
  const own = await sceneOfMember(tx, { ...scene, actor: { ...scene.actor, zone, locale } }, member)
  if (own === undefined) return
  const { followUps, more } = await listFollowUps(tx, own)
  const overdue = followUps.filter(({ day }) => day < today)
  const [first] = overdue
  // What was overdue when the member was looked at last is old by now.
  const isNew = overdue.some(({ day }) => before === null || day >= before)
  if (first === undefined || !isNew) return
  await tx.query({
    text: `update ${quoteTable(scene.workspace.schema, '_notification')} set read_at = $2
      where member = $1 and kind = 'overdue' and read_at is null`,
    values: [member, scene.now],
  })
  const about =
    overdue.length === 1
      ? { form: first.form, record: first.record }
      : { params: { path: '/todo', ...(more ? { more } : {}) }, count: overdue.length }
  await notify(tx, scene, { kind: 'overdue', members: [member], actor: null, topic: today, ...about })
}

/** Tells each member in the morning of follow-ups that became overdue, once a day whoever looks. */
export async function tellOverdue(
  database: Transacting,
  scene: Scene,
  isStopping: () => boolean,
): Promise<void> {
  if (!scene.app.definition.forms.some(({ followUpField }) => followUpField !== undefined)) return
  for (const reader of await waiting(database, scene)) {
    if (isStopping()) return
    await database.transaction((tx) => tell(tx, scene, reader))
  }
}
