import type { Reminder } from '@pipewright/schemas'
import { formatDate, parseDate } from '@pipewright/logic'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { dayIn, type Scene } from '../records/scene.ts'
import { instantOf } from '../todo/task-times.ts'

/** A reminder of a form and the day of which it tells now. */
export interface ReminderSite {
  readonly form: string
  readonly reminder: Reminder
  readonly day: string
}

/** How far a reminder has come. */
export interface Pass {
  readonly day: string | null
  readonly lookedAt: string | null
  readonly revision: number | null
}

/** A record that comes to lie within reach of a reminder is told of after so long at most. */
const restMs = 5 * 60_000

const usualTime = '08:00'

export const dayBefore = (day: string, days = 1): string => {
  const at = parseDate(day)
  return (at === null ? null : formatDate(at - days)) ?? day
}

/** The day of which a reminder tells now: the day before as long as its time has not come. */
function dayOf({ actor: { zone }, now }: Scene, { at = usualTime }: Reminder): string {
  const today = dayIn(zone, now)
  return instantOf(today, at, zone) <= now ? today : dayBefore(today)
}

const passColumns = `day, looked_at as "lookedAt", revision`

const nameOf = (form: string, reminder: string): string => `${form}.${reminder}`

/** Whether it is time to look: another day, another revision, or long enough ago. */
function isDue(pass: Pass | undefined, { day }: ReminderSite, { now, app }: Scene): boolean {
  if (pass === undefined || pass.lookedAt === null || pass.day !== day) return true
  return pass.revision !== app.revision || Date.parse(now) - Date.parse(pass.lookedAt) >= restMs
}

/** The reminders that are to be looked at now. */
export async function dueReminders(connection: Connection, scene: Scene): Promise<readonly ReminderSite[]> {
  const sites = scene.app.definition.forms.flatMap(({ key: form, reminders = [] }) =>
    reminders.map((reminder) => ({ form, reminder, day: dayOf(scene, reminder) })),
  )
  if (sites.length === 0) return []
  const rows = await connection.query<Pass & { form: string; reminder: string }>({
    text: `select form, reminder, ${passColumns} from ${quoteTable(scene.workspace.schema, '_reminder_pass')}`,
    values: [],
  })
  const passes = new Map(rows.map((row) => [nameOf(row.form, row.reminder), row]))
  return sites.filter((site) => isDue(passes.get(nameOf(site.form, site.reminder.key)), site, scene))
}

/** Takes a reminder for this transaction; undefined when another server has it, or has just been there. */
export async function takePass(tx: Connection, scene: Scene, site: ReminderSite): Promise<Pass | undefined> {
  const table = quoteTable(scene.workspace.schema, '_reminder_pass')
  const values = [site.form, site.reminder.key]
  await tx.query({
    text: `insert into ${table} (form, reminder) values ($1, $2) on conflict do nothing`,
    values,
  })
  const [pass] = await tx.query<Pass>({
    text: `select ${passColumns} from ${table} where form = $1 and reminder = $2 for update skip locked`,
    values,
  })
  return pass !== undefined && isDue(pass, site, scene) ? pass : undefined
}

/** How far a reminder has come, as it stands. */
export async function passOf(
  connection: Connection,
  { workspace: { schema } }: Scene,
  { form, reminder }: ReminderSite,
): Promise<Pass> {
  const [pass] = await connection.query<Pass>({
    text: `select ${passColumns} from ${quoteTable(schema, '_reminder_pass')} where form = $1 and reminder = $2`,
    values: [form, reminder.key],
  })
  return pass ?? { day: null, lookedAt: null, revision: null }
}

/** Everything that was due is told. */
export async function finishPass(
  tx: Connection,
  { workspace: { schema }, app, now }: Scene,
  { form, reminder, day }: ReminderSite,
): Promise<void> {
  await tx.query({
    text: `update ${quoteTable(schema, '_reminder_pass')} set day = $3, looked_at = $4, revision = $5
      where form = $1 and reminder = $2`,
    values: [form, reminder.key, day, now, app.revision],
  })
}
