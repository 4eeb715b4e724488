import { identifier, sql, type SqlFragment } from '@pipewright/logic'
import type { Site } from '../around/around-record.ts'
import type { Mark } from '../comments/comment-store.ts'
import type { Connection } from '../connection/connection.ts'
import { mailColumns, mayReadMails, shownMail, type StoredMail } from '../record-mails/mail-store.ts'
import { runOnce, type Scene } from '../records/scene.ts'
import type { Circle } from './circle-of.ts'
import { newestAmong } from './newest-among.ts'
import { mailLine, type Line } from './timeline-line.ts'

const anything = sql`true`
const columns: SqlFragment = { strings: [mailColumns], values: [] }

/** Mails of a record and of those in its related lists. */
export async function mailsAround(
  connection: Connection,
  scene: Scene,
  circle: Circle,
  page: { readonly after: Mark | undefined; readonly limit: number },
  sitesOf: (of: { readonly form: string; readonly record: string }) => Site[],
): Promise<Line[]> {
  const rings = circle.rings.filter(({ form, noted }) => !noted && mayReadMails(scene, form))
  if (rings.length === 0) return []
  const { schema } = scene.workspace
  const found = newestAmong({
    schema,
    rings,
    ...page,
    table: '_record_mail',
    asked: 'state',
    only: anything,
    walked: anything,
  })
  const table = sql`${identifier(schema)}.${identifier('_record_mail')}`
  const rows = await runOnce<StoredMail>(
    connection,
    sql`${found} select ${columns} from t join ${table} m on m.id = t.id`,
  )
  return rows.map((row) => mailLine(shownMail(scene, row), sitesOf(row)))
}
