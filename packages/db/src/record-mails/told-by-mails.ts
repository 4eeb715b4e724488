import { param, sql } from '@pipewright/logic'
import { identifier, joinSql } from '@pipewright/logic'
import type { Connection } from '../connection/connection.ts'
import { runOnce, type Scene } from '../records/scene.ts'
import { mayReadMails } from './mail-store.ts'

/** Which of these follow-ups only say that a mail was sent which stands among the same lines itself. */
export async function toldByMails(
  connection: Connection,
  scene: Scene,
  followUps: readonly string[],
  among: { readonly forms: readonly string[]; readonly record: string | null },
): Promise<ReadonlySet<string>> {
  const forms = among.forms.filter((form) => mayReadMails(scene, form))
  if (followUps.length === 0 || forms.length === 0) return new Set()
  const table = sql`${identifier(scene.workspace.schema)}.${identifier('_record_mail')}`
  const asks = [
    sql`note = any(${param(followUps, 'uuid', true)})`,
    sql`form = any(${param(forms, 'text', true)})`,
    ...(among.record === null ? [] : [sql`record = ${param(among.record, 'uuid')}`]),
  ]
  const rows = await runOnce<{ note: string }>(
    connection,
    sql`select note from ${table} where ${joinSql(asks, sql` and `)}`,
  )
  return new Set(rows.map(({ note }) => note))
}
