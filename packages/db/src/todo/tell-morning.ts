import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { notify, type Note } from '../notifications/notify.ts'
import { sceneOfMember } from '../people/scene-of-member.ts'
import { dayIn, type Scene } from '../records/scene.ts'
import { listDueTasks, type DueTask } from './due-tasks.ts'
import { listFollowUps } from './list-todo.ts'
import { instantOf } from './task-times.ts'

interface Reader {
  readonly member: string
  readonly zone: string
  readonly locale: 'en' | 'zh'
  readonly before: string | null
  /** When her morning is, by her own clock. */
  readonly morning: string
}

/** Those whose morning it is and who were not looked at today. */
async function waiting(connection: Connection, { workspace: { schema }, now }: Scene): Promise<Reader[]> {
  const readers = await connection.query<Reader>({
    text: `select m.id as member, a.zone, a.locale, s.overdue_on as before,
        coalesce(to_char(s.morning_at, 'HH24:MI'), '08:00') as morning from ${quoteTable(schema, '_member')} m
      join system.account a on a.id = m.account and not a.disabled
      left join ${quoteTable(schema, '_notification_setting')} s on s.member = m.id where m.active order by m.id`,
    values: [],
  })
  return readers.filter(({ zone, before, morning }) => {
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

/** One line for all of a kind: the first by its name when it is alone. */
async function tellOf(
  tx: Connection,
  scene: Scene,
  { member, zone }: Reader,
  note: Omit<Note, 'members'>,
): Promise<void> {
  await tx.query({
    text: `update ${quoteTable(scene.workspace.schema, '_notification')} set read_at = $3
      where member = $1 and kind = $2 and read_at is null`,
    values: [member, note.kind, scene.now],
  })
  await notify(tx, scene, { ...note, members: [member], actor: null, topic: dayIn(zone, scene.now) })
}

const path = '/todo'

const aboutTasks = ([first, ...others]: readonly DueTask[]) =>
  others.length === 0
    ? { params: { text: first?.title ?? '', path } }
    : { params: { path, tasks: others.length + 1 }, count: others.length + 1 }

async function tellOverdue(tx: Connection, scene: Scene, reader: Reader, tasks: readonly DueTask[]) {
  const { before } = reader
  const { followUps, more } = await listFollowUps(tx, scene)
  const followed = followUps.filter(({ day }) => day < dayIn(reader.zone, scene.now))
  // What was overdue when the member was looked at last is old by now.
  const isNew = [...followed, ...tasks].some(({ day }) => before === null || day >= before)
  if (!isNew) return
  const [first, ...others] = followed
  const count = followed.length + tasks.length
  if (first === undefined) return tellOf(tx, scene, reader, { kind: 'overdue', ...aboutTasks(tasks) })
  if (count > 1 || others.length > 0)
    return tellOf(tx, scene, reader, {
      kind: 'overdue',
      params: { path, tasks: tasks.length, ...(more ? { more } : {}) },
      count,
    })
  return tellOf(tx, scene, reader, { kind: 'overdue', form: first.form, record: first.record })
}

async function tell(tx: Connection, scene: Scene, reader: Reader): Promise<void> {
  const { member, zone, locale, morning } = reader
  const today = dayIn(zone, scene.now)
  if (!(await claim(tx, scene, reader, today))) return
  const actor = { ...scene.actor, zone, locale }
  const seen = await sceneOfMember(tx, { ...scene, actor }, member)
  if (seen === undefined) return
  const tasks = await listDueTasks(tx, seen)
  // It is told as of the morning, however late: so the mail of that hour takes it along.
  const own = { ...seen, now: instantOf(today, morning, zone) }
  await tellOverdue(
    tx,
    own,
    reader,
    tasks.filter(({ day }) => day < today),
  )
  const dueToday = tasks.filter(({ day }) => day === today)
  if (dueToday.length > 0) await tellOf(tx, own, reader, { kind: 'dueToday', ...aboutTasks(dueToday) })
}

/** Tells each member in the morning which tasks are due and what became overdue, once a day whoever looks. */
export async function tellMornings(
  database: Transacting,
  scene: Scene,
  isStopping: () => boolean,
): Promise<void> {
  for (const reader of await waiting(database, scene)) {
    if (isStopping()) return
    await database.transaction((tx) => tell(tx, scene, reader))
  }
}

/** Takes the mornings that were due without telling anything. */
export async function dropMornings(tx: Connection, scene: Scene): Promise<void> {
  for (const reader of await waiting(tx, scene)) await claim(tx, scene, reader, dayIn(reader.zone, scene.now))
}
