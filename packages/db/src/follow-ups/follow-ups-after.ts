import { mayReadField, readableForm, type RecordAnswer } from '@pipewright/compiler'
import { followUpLogs, type LogOfForm } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { queryRecords } from '../records/query-records.ts'
import type { Scene } from '../records/scene.ts'
import type { Mark } from '../comments/comment-store.ts'

/** A noted follow-up as its reader sees it. What he may not read, or the log does not ask for, is null. */
export interface FollowUpRow {
  readonly id: string
  readonly form: string
  /** When it was written down; by this it stands in the timeline. */
  readonly at: string
  readonly author: string | null
  readonly title: string
  readonly text: string
  readonly kind: string | null
  readonly doneAt: string | null
  readonly next: string | null
}

interface PageOf {
  readonly after: Mark | undefined
  readonly limit: number
}

const cursorOf = ({ at, id }: Mark): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')

/** What a log asks for and its reader may read. */
export function notedFields(scene: Scene, { form, log }: LogOfForm): string[] {
  const rights = readableForm(scene.rights, form.key)
  return [log.text, log.kind, log.at, log.next].filter(
    (path): path is string => path !== undefined && rights !== undefined && mayReadField(rights, path),
  )
}

/** A record of a log as a follow-up; of `row` are the values that its reader may read. */
export function followUpRow({ form, log }: LogOfForm, row: RecordAnswer): FollowUpRow {
  const text = (path: string | undefined) =>
    path === undefined || row.values[path] === undefined || row.values[path] === null
      ? null
      : String(row.values[path])
  return {
    id: row.id,
    form: form.key,
    at: row.created_at,
    author: row.created_by,
    title: row.title,
    text: text(log.text) ?? '',
    kind: text(log.kind),
    doneAt: text(log.at),
    next: text(log.next),
  }
}

/** Whether its reader may read what a log notes, and about which records. */
export function mayReadLog(scene: Scene, { form, log, field }: LogOfForm): boolean {
  const rights = readableForm(scene.rights, form.key)
  return (
    rights !== undefined && mayReadField(rights, log.text) && mayReadField(rights, field.split('.')[0] ?? '')
  )
}

async function ofLog(
  connection: Connection,
  scene: Scene,
  noted: LogOfForm,
  record: string,
  { after, limit }: PageOf,
): Promise<FollowUpRow[]> {
  if (!mayReadLog(scene, noted)) return []
  const { form, field } = noted
  const isMany = scene.app.index.field(form.key, field)?.field.type === 'relations'
  const page = await queryRecords(connection, scene, form.key, {
    filter: isMany ? { hasAny: [{ var: field }, [record]] } : { eq: [{ var: field }, record] },
    sort: [{ field: 'created_at', direction: 'desc' }],
    columns: notedFields(scene, noted),
    limit,
    after: after === undefined ? undefined : cursorOf(after),
  })
  return page.ok ? page.rows.map((row) => followUpRow(noted, row)) : []
}

/** Follow-ups of a record after a mark, newest first within each log, as far as the reader may read them. */
export async function followUpsAfter(
  connection: Connection,
  scene: Scene,
  { form: key, record }: { readonly form: string; readonly record: string },
  page: PageOf,
): Promise<FollowUpRow[]> {
  const { forms } = scene.app.definition
  const form = forms.find((candidate) => candidate.key === key)
  if (form === undefined) return []
  const found: FollowUpRow[] = []
  for (const log of followUpLogs(forms, form))
    found.push(...(await ofLog(connection, scene, log, record, page)))
  return found
}
