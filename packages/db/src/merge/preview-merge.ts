import { mayReadComments, mayReadField, mayWriteField, planReferring } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { mailTable, mayReadMails } from '../record-mails/mail-store.ts'
import { getRecord } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'
import { isMine } from '../todo/tasks.ts'
import { leadingBack } from './circles.ts'

export interface MergePreview {
  readonly records: readonly { readonly form: string; readonly count: number }[]
  readonly comments: number
  readonly mails: number
  readonly tasks: number
  /** Values that are not taken over: the record that stays would lie below itself. */
  readonly back: readonly { readonly id: string; readonly field: string }[]
}

async function countComments(
  connection: Connection,
  { workspace, rights, app }: Scene,
  form: string,
  others: readonly string[],
): Promise<number> {
  const own = rights.forms[form]
  const known = app.form(form)
  if (own === undefined || known === undefined || !mayReadComments(own)) return 0
  const fields = [...known.fields.keys()].filter((key) => mayReadField(own, key))
  const [row] = await connection.query<{ count: number }>({
    text: `select count(*)::int as count from ${quoteTable(workspace.schema, '_comment')}
      where form = $1 and record = any($2) and deleted_at is null and (field is null or field = any($3))`,
    values: [form, others, fields],
  })
  return row?.count ?? 0
}

async function countMails(
  connection: Connection,
  scene: Scene,
  form: string,
  others: readonly string[],
): Promise<number> {
  if (!mayReadMails(scene, form)) return 0
  const [row] = await connection.query<{ count: number }>({
    text: `select count(*)::int as count from ${mailTable(scene.workspace)} where form = $1 and record = any($2)`,
    values: [form, others],
  })
  return row?.count ?? 0
}

async function countTasks(
  connection: Connection,
  { workspace, actor }: Scene,
  others: readonly string[],
): Promise<number> {
  const [row] = await connection.query<{ count: number }>({
    text: `select count(*)::int as count from ${quoteTable(workspace.schema, '_task')} t where record = any($1) and ${isMine}`,
    values: [others, actor.memberId],
  })
  return row?.count ?? 0
}

/** Told of fields that the actor may choose. */
async function valuesBack(connection: Connection, scene: Scene, key: string, ids: readonly string[]) {
  const [form, rights] = [scene.app.form(key), scene.rights.forms[key]]
  if (form === undefined || rights === undefined) return []
  const found = await leadingBack(connection, scene, form, ids)
  return [...found].flatMap(([field, records]) =>
    mayReadField(rights, field) && mayWriteField(rights, field)
      ? [...records].map((id) => ({ id, field }))
      : [],
  )
}

/** What would go over to the survivor, of what the actor may see. */
export async function previewMerge(
  connection: Connection,
  scene: Scene,
  form: string,
  survivor: string,
  others: readonly string[],
): Promise<Outcome<MergePreview>> {
  for (const id of [survivor, ...others])
    if (!(await getRecord(connection, scene, form, id)).ok) return refused('not-found')
  const statement = planReferring(readSceneOf(scene), form, others, [survivor, ...others])
  const found =
    statement === undefined ? [] : await runOnce<{ form: string; count: number }>(connection, statement)
  return {
    ok: true,
    records: found.filter(({ count }) => count > 0),
    comments: await countComments(connection, scene, form, others),
    mails: await countMails(connection, scene, form, others),
    tasks: await countTasks(connection, scene, others),
    back: await valuesBack(connection, scene, form, [survivor, ...others]),
  }
}
