import { linkTableOf, tableAt } from '@pipewright/compiler'
import { partColumn } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { eventOf, insertEvents } from '../ledger/record-event.ts'
import { findForDelete } from '../records/delete-record.ts'
import { wholeKey } from '../records/follow-reference.ts'
import { idOf, withFollowers, type Followed } from '../records/followers.ts'
import { refused, type Cause, type Outcome } from '../records/outcome.ts'
import { clearReferences } from '../records/references-to.ts'
import type { Scene } from '../records/scene.ts'
import { announcePurged } from './announce-purged.ts'
import { forgetGone } from './gone.ts'

/**
 * Engine tables of which lines belong to a record, and go with it. Jobs keep what came of it, imports what a file said,
 * the ledger that it was.
 */
const belongings = [
  '_comment',
  '_record_mail',
  '_task',
  '_notification',
  '_approval_run',
  '_checklist_tick',
  '_recalculation',
  '_type_change_note',
  '_public_answer',
  '_file',
  '_look',
  '_record_share',
  '_reminder',
] as const

/** Those that go name each other, and none of it is to be kept. */
async function unbind(tx: Connection, scene: Scene, form: string, ids: readonly string[]): Promise<void> {
  const { schema } = scene.workspace
  for (const site of scene.app.index.relationsTo(form)) {
    const [whole, column] = [quoteIdent(wholeKey(site)), quoteIdent(partColumn(site.field.key))]
    const text = `update ${quoteTable(schema, tableAt(site))} set ${whole} = null where ${column} = any($1)`
    await tx.query(prepared({ text, values: [ids] }))
  }
  for (const { form: owner, field } of scene.app.index.linksTo(form)) {
    const text = `delete from ${quoteTable(schema, linkTableOf(owner, field.key))} where target = any($1)`
    await tx.query(prepared({ text, values: [ids] }))
  }
}

async function dropBelongings(tx: Connection, schema: string, ids: readonly string[]): Promise<void> {
  const statements = [
    ...belongings.map((name) => `delete from ${quoteTable(schema, name)} where record = any($1)`),
    `delete from ${quoteTable(schema, '_told_apart')} where one = any($1) or other = any($1)`,
    `delete from ${quoteTable(schema, '_let_go')} where gone = any($1) or record = any($1)`,
  ]
  for (const text of statements) await tx.query(prepared({ text, values: [ids] }))
}

/** The ledger goes on knowing that there was a record, who changed and deleted it and when, but no value of it. */
async function emptyLedger(tx: Connection, schema: string, form: string, ids: readonly string[]) {
  const text = `update ${quoteTable(schema, '_record_event')} set changes = '{}' where form = $1 and record = any($2)`
  await tx.query(prepared({ text, values: [form, ids] }))
}

async function purge(tx: Connection, scene: Scene, all: readonly Followed[], cause: Cause): Promise<void> {
  const { schema } = scene.workspace
  const together = all.map(idOf)
  const byForm = [...Map.groupBy(all, ({ form }) => form)]
  for (const [{ key: form }, records] of byForm)
    await clearReferences(tx, scene, { form, ids: records.map(idOf), together }, cause, 'every')
  for (const [{ key }, records] of byForm) await unbind(tx, scene, key, records.map(idOf))
  await dropBelongings(tx, schema, together)
  for (const [form, records] of byForm) await announcePurged(tx, scene, form.key, records.map(idOf))
  for (const [form, records] of byForm) {
    const ids = records.map(idOf)
    const text = `delete from ${quoteTable(schema, form.table)} where id = any($1)`
    await tx.query(prepared({ text, values: [ids] }))
    await emptyLedger(tx, schema, form.key, ids)
    const events = ids.map((id) => eventOf(scene, form.key, id, 'purge', cause, {}))
    await insertEvents(tx, schema, events)
  }
  await forgetGone(tx, scene, together)
}

/**
 * Deletes for good a record that lies in the recycle bin, those that went there with it, and everything that belongs to
 * them: rows, files, comments, mails, tasks, approvals. When it refuses, the transaction must be undone.
 */
export async function purgeRecord(
  tx: Connection,
  { changeSet: _notToBeUndone, ...scene }: Scene,
  formKey: string,
  id: string,
  version: unknown,
  cause: Cause,
): Promise<Outcome<{ readonly followers: readonly string[] }>> {
  const found = await findForDelete(tx, scene, formKey, id, version, true)
  if (!found.ok) return found
  const following = await withFollowers(tx, scene, found, found.locked.stored.system.deleted_at)
  if (!following.ok) return following
  const kept = following.all.filter(({ form }) => scene.rights.forms[form.key]?.purge !== true)
  if (kept.some((one) => one === following.all[0])) return refused('not-allowed')
  if (kept.length > 0) return refused('hidden-follower-refused', { params: { count: kept.length } })
  await purge(tx, scene, following.all, cause)
  return { ok: true, followers: following.all.slice(1).map(idOf) }
}
