import { mayReadComments, readableForm } from '@pipewright/compiler'
import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { Site } from '../around/around-record.ts'
import type { CommentRow, Mark } from '../comments/comment-store.ts'
import { quotedComment } from '../comments/comment-store.ts'
import type { Connection } from '../connection/connection.ts'
import type { EventRow } from '../ledger/history.ts'
import { approvalKinds } from '../ledger/history.ts'
import { runOnce, type Scene } from '../records/scene.ts'
import { circleOf, type Circle, type Ring } from './circle-of.ts'
import { mailsAround } from './mails-around.ts'
import { newestAmong } from './newest-among.ts'
import { notedAmong } from './noted-among.ts'
import { commentLine, eventLine, tells, type Line, type TimelineKind } from './timeline-line.ts'

interface PageOf {
  readonly after: Mark | undefined
  readonly limit: number
}

interface Placed {
  readonly form: string
  readonly record: string
}

const anything = sql`true`
const approvals: SqlFragment = { strings: [`e.${approvalKinds}`], values: [] }

interface Asked {
  readonly rings: readonly Ring[]
  readonly only: SqlFragment
  readonly walked: SqlFragment
}

/** Where making a record notes a follow-up, that is told instead of its making. */
function asksFor(kind: TimelineKind | undefined, rings: readonly Ring[], logs: readonly string[]): Asked {
  const whole = rings.filter(({ noted }) => !noted)
  const noted = sql`(e.kind = 'create' and e.form = any(${param(logs, 'text', true)}))`
  switch (kind) {
    case 'approvals':
      return { rings: whole, only: anything, walked: approvals }
    case 'followUps':
      return { rings: rings.filter(({ form }) => logs.includes(form)), only: noted, walked: anything }
    case 'changes':
      return { rings: whole, only: sql`not ${noted} and not ${approvals}`, walked: anything }
    default:
      return { rings, only: anything, walked: anything }
  }
}

async function eventsAround(
  connection: Connection,
  scene: Scene,
  { rings, logs }: Circle,
  kind: TimelineKind | undefined,
  page: PageOf,
  site: Site,
): Promise<Line[]> {
  const logForms = [...new Set(logs.map(({ form }) => form.key))]
  const asks = asksFor(kind, rings, logForms)
  if (asks.rings.length === 0) return []
  const { schema } = scene.workspace
  const byChange = kind !== 'approvals'
  const found = newestAmong({ schema, table: '_record_event', asked: 'kind', byChange, ...page, ...asks })
  const table = tableOf(schema, '_record_event')
  const rows = await runOnce<EventRow & Placed>(
    connection,
    sql`${found} select e.id, e.at, e.kind, e.member, e.cause, e.changes, e.form, e.record from t join ${table} e on e.id = t.id and e.at = t.at`,
  )
  const isNote = ({ form, kind: what }: EventRow & Placed) => what === 'create' && logForms.includes(form)
  const others = rows
    .filter((row) => !isNote(row))
    .flatMap((row) => {
      const { form, record: _, ...event } = row
      const compiled = scene.app.form(form)
      const rights = readableForm(scene.rights, form)
      if (compiled === undefined || rights === undefined) return []
      return [eventLine(compiled, rights, event, sitesOf(row, site))]
    })
  return [...others, ...(await notedAmong(connection, scene, logs, rows.filter(isNote), site))]
}

/** Comments are told with the fields they are about. */
const readableFieldSql = (scene: Scene, forms: readonly string[], alias: SqlFragment): SqlFragment => {
  const of = forms.map((form) => {
    const fields = Object.keys(readableForm(scene.rights, form)?.fields ?? {}).toSorted()
    return sql`(${alias}.form = ${param(form, 'text')} and ${alias}.field = any(${param(fields, 'text', true)}))`
  })
  return sql`(${alias}.field is null or ${joinSql(of, sql` or `)})`
}

async function commentsAround(
  connection: Connection,
  scene: Scene,
  circle: Circle,
  page: PageOf,
  site: Site,
): Promise<Line[]> {
  const rings = circle.rings.filter(({ form, noted }) => {
    const rights = readableForm(scene.rights, form)
    return !noted && rights !== undefined && mayReadComments(rights)
  })
  if (rings.length === 0) return []
  const forms = [...new Set(rings.map(({ form }) => form))]
  const { schema } = scene.workspace
  const found = newestAmong({
    schema,
    rings,
    ...page,
    table: '_comment',
    asked: 'field',
    only: readableFieldSql(scene, forms, sql`e`),
    walked: sql`e.deleted_at is null`,
  })
  const table = tableOf(schema, '_comment')
  const rows = await runOnce<CommentRow & Placed>(
    connection,
    sql`${found} select ${quotedComment}, c.form, c.record from t join ${table} c on c.id = t.id
      left join ${table} r on r.id = c.reply_to and r.deleted_at is null and ${readableFieldSql(scene, forms, sql`r`)}`,
  )
  return rows.map(({ form, record, ...comment }) => commentLine(comment, sitesOf({ form, record }, site)))
}

const tableOf = (schema: string, name: string) => sql`${identifier(schema)}.${identifier(name)}`

/** The record that is looked at is not named. */
const sitesOf = ({ form, record }: Placed, site: Site): Site[] =>
  form === site.form && record === site.record ? [] : [{ form, record }]

/** Lines of a record, of those in its related lists, and what was noted about any of them; newest first within each kind. */
export async function linesAround(
  connection: Connection,
  scene: Scene,
  site: Site,
  kind: TimelineKind | undefined,
  page: PageOf,
): Promise<Line[]> {
  const circle = circleOf(scene, site)
  const hasEvents = tells(kind, 'changes', 'approvals', 'followUps')
  const events = hasEvents ? await eventsAround(connection, scene, circle, kind, page, site) : []
  const comments = tells(kind, 'comments') ? await commentsAround(connection, scene, circle, page, site) : []
  const mails = tells(kind, 'mails')
    ? await mailsAround(connection, scene, circle, page, (of) => sitesOf(of, site))
    : []
  return [...events, ...comments, ...mails]
}
