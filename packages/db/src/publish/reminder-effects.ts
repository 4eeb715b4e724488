import { planReminder, reminderWindow } from '@pipewright/compiler'
import { indexDefinition, type Change } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { toStatement } from '../connection/statement.ts'
import { dayBefore } from '../reminders/passes.ts'
import { systemScene } from './broken-rules.ts'
import type { Effect } from './effect.ts'

/** Of how many records reminders that are new or another tell today, by the place of the change. */
export async function reminderEffects(
  connection: Connection,
  schema: string,
  before: AppDefinition,
  changes: readonly Change[],
): Promise<ReadonlyMap<number, Effect>> {
  const found = new Map<number, Effect>()
  const had = indexDefinition(before)
  for (const [at, change] of changes.entries()) {
    if (change.type !== 'reminderAdded' && change.type !== 'reminderChanged') continue
    const form = change.form.key
    if (had.form(form) === undefined) continue
    const reminder = change.type === 'reminderAdded' ? change.reminder : change.after
    const scene = await systemScene(connection, schema, before)
    const { today: day, calendar } = scene.context
    const window = reminderWindow(reminder, { day, since: dayBefore(day), calendar })
    const planned = planReminder(scene, { form, reminder, window })
    // What asks of fields that are yet to come finds no record today.
    const [row] = planned.ok
      ? await connection.query<{ count: number }>(toStatement(planned.plan.count))
      : [{ count: 0 }]
    const params = { reminder: reminder.label }
    found.set(at, { code: 'reminder-due', severity: 'info', count: row?.count ?? 0, params })
  }
  return found
}
