import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { closeOldMails } from '../record-mails/outbox.ts'
import type { Scene } from '../records/scene.ts'
import { dropReminders } from '../reminders/tell-reminders.ts'
import { dropMornings } from '../todo/tell-morning.ts'

/**
 * Lets go of what was due up to the moment of a scene: it is told nobody outside the app any more, and what members
 * were told in the app stays. `scene` is the system's.
 */
export async function dropDue(tx: Connection, scene: Scene): Promise<void> {
  const { schema } = scene.workspace
  const run = (text: string) => tx.query({ text, values: [scene.now] })
  await run(`delete from ${quoteTable(schema, '_mail')}
    where sent_at is null and failed_at is null and handed_at is null and created_at <= $1`)
  await closeOldMails(tx, scene, scene.now)
  await run(`delete from ${quoteTable(schema, '_push')} where created_at <= $1`)
  await run(`update ${quoteTable(schema, '_notification')} set mailed_at = coalesce(mailed_at, $1), pushed_at = coalesce(pushed_at, $1)
    where at <= $1 and read_at is null and (mail and mailed_at is null or push and pushed_at is null)`)
  await run(
    `update ${quoteTable(schema, '_task')} set remind_at = null where remind_at <= $1 and done_at is null`,
  )
  await dropMornings(tx, scene)
  await dropReminders(tx, scene)
}
