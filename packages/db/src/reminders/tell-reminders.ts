import { planReminder, reminderWindow } from '@pipewright/compiler'
import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'
import {
  dayBefore,
  dueReminders,
  finishPass,
  passOf,
  takePass,
  type Pass,
  type ReminderSite,
} from './passes.ts'
import type { DueRecord } from './recipients.ts'
import { tellDue } from './tell-due.ts'

/** So many records in a transaction. */
const perTurn = 500
/** What no server was there to tell of is told late, but not for longer than this. */
const mostLateDays = 7

/** Writes down that these are told; what was told meanwhile is not among the answer. */
async function note(
  tx: Connection,
  { workspace: { schema } }: Scene,
  { form, reminder, day }: ReminderSite,
  due: readonly DueRecord[],
): Promise<DueRecord[]> {
  const rows = await tx.query<{ record: string }>({
    text: `insert into ${quoteTable(schema, '_reminder')} as r (form, reminder, record, base, day)
      select $1, $2, x.record, x.base, $3 from unnest($4::uuid[], $5::date[]) as x(record, base) order by x.record
      on conflict (record, reminder, base, form) do update set day = excluded.day, times = r.times + 1
        where r.day < excluded.day
      returning record`,
    values: [form, reminder.key, day, due.map(({ id }) => id), due.map(({ day: base }) => base)],
  })
  const noted = new Set(rows.map(({ record }) => record))
  return due.filter(({ id }) => noted.has(id))
}

/** The last day of which everything was told, as far as that is still worth telling. */
function sinceOf({ day: last }: Pass, day: string): string {
  const [yesterday, earliest] = [dayBefore(day), dayBefore(day, mostLateDays)]
  if (last === null || last > yesterday) return yesterday
  return last < earliest ? earliest : last
}

async function findDue(
  tx: Connection,
  scene: Scene,
  { form, reminder, day }: ReminderSite,
  pass: Pass,
): Promise<readonly DueRecord[]> {
  const { calendar } = scene.actor
  const window = reminderWindow(reminder, { day, since: sinceOf(pass, day), calendar })
  const planned = planReminder(readSceneOf(scene), { form, reminder, window })
  if (!planned.ok) return []
  const first = await runOnce<DueRecord>(tx, planned.plan.first(perTurn))
  const left = perTurn - first.length
  const again = left === 0 ? null : planned.plan.again(left)
  return again === null ? first : [...first, ...(await runOnce<DueRecord>(tx, again))]
}

/** Takes some of what is due, and tells of it; true when there may be more. */
async function takeSome(
  tx: Connection,
  scene: Scene,
  site: ReminderSite,
  tell: typeof tellDue,
): Promise<boolean> {
  const pass = await takePass(tx, scene, site)
  if (pass === undefined) return false
  const due = await findDue(tx, scene, site, pass)
  if (due.length > 0) await tell(tx, scene, site, await note(tx, scene, site, due))
  if (due.length >= perTurn) return true
  await finishPass(tx, scene, site)
  return false
}

/**
 * Tells of the dates that builders set reminders for, each date of a record once, whichever servers ran: it is written down
 * in the transaction that tells of it.
 */
export async function tellReminders(
  database: Transacting,
  scene: Scene,
  isStopping: () => boolean,
): Promise<void> {
  for (const site of await dueReminders(database, scene)) {
    let isMore = true
    while (isMore && !isStopping())
      isMore = await database.transaction((tx) => takeSome(tx, scene, site, tellDue))
  }
}

const tellNobody = async () => undefined

/** Takes everything that is due as if it had been told. */
export async function dropReminders(tx: Connection, scene: Scene): Promise<void> {
  for (const site of await dueReminders(tx, scene))
    while (await takeSome(tx, scene, site, tellNobody)) continue
}

/** How many records are to be told of; no more than some of each reminder are counted. */
export async function countDueReminders(
  connection: Connection,
  scene: Scene,
): Promise<{ readonly count: number; readonly more: boolean }> {
  let [count, more] = [0, false]
  for (const site of await dueReminders(connection, scene)) {
    const due = await findDue(connection, scene, site, await passOf(connection, scene, site))
    count += due.length
    more ||= due.length >= perTurn
  }
  return { count, more }
}
