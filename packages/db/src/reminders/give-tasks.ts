import { workingDayAfter } from '@pipewright/logic'
import { localize } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { announceTasks } from '../people/announce.ts'
import type { Scene } from '../records/scene.ts'
import { insertTask } from '../todo/tasks.ts'
import type { ReminderSite } from './passes.ts'
import type { DueRecord } from './recipients.ts'

/** Records whose last task of this reminder is still to be done. */
async function stillOpen(
  tx: Connection,
  scene: Scene,
  { form, reminder }: ReminderSite,
  ids: readonly string[],
) {
  const { schema } = scene.workspace
  const rows = await tx.query<{ record: string }>({
    text: `select r.record from ${quoteTable(schema, '_reminder')} r join ${quoteTable(schema, '_task')} t on t.id = r.task
      where r.record = any($3::uuid[]) and r.form = $1 and r.reminder = $2 and t.done_at is null`,
    values: [form, reminder.key, ids],
  })
  return new Set(rows.map(({ record }) => record))
}

/** On the date itself, which it follows. */
const onDate = { count: 0, unit: 'days', side: 'after' } as const

const noTask = { time: null, repeat: null, remindBefore: null }

/** Gives those who are told of a record a task there. They are told already, so that nothing more is said of it. */
export async function giveTasks(
  tx: Connection,
  scene: Scene,
  site: ReminderSite,
  told: readonly { readonly record: DueRecord; readonly members: readonly string[] }[],
): Promise<void> {
  const { form, reminder, day } = site
  const { task } = reminder
  if (task === undefined || told.length === 0) return
  const ids = told.map(({ record }) => record.id)
  const open = await stillOpen(tx, scene, site, ids)
  const { zone, locale, calendar } = scene.actor
  const title = localize(task.title, locale)
  for (const { record: about, members: assignees } of told) {
    const { id: record, day: base } = about
    const [createdBy] = assignees
    if (open.has(record) || createdBy === undefined) continue
    const dated = base < day ? day : base
    const due = task.dueIn === undefined ? dated : workingDayAfter(day, task.dueIn, calendar)
    const id = scene.newId()
    const relative = task.dueIn === undefined && base >= day ? { ...onDate, field: reminder.field } : null
    await insertTask(tx, scene, {
      ...noTask,
      relative,
      id,
      title,
      form,
      record,
      assignees,
      day: due,
      zone,
      createdBy,
    })
    await tx.query({
      text: `update ${quoteTable(scene.workspace.schema, '_reminder')} set task = $5
        where record = $3 and reminder = $2 and base = $4 and form = $1`,
      values: [form, reminder.key, record, base, id],
    })
  }
  await announceTasks(tx, scene.workspace)
}
