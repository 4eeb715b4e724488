import { systemFields } from '@pipewright/metadata'
import { aroundRecord, type Site } from '../around/around-record.ts'
import { titlesOf } from '../around/titles-of.ts'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { toStatement } from '../connection/statement.ts'
import { queryRecords } from '../records/query-records.ts'
import { dayIn, type Scene } from '../records/scene.ts'
import { isMine, taskColumns, type StoredTask } from './tasks.ts'

/** More than these are not shown at once; `more` says so. */
const most = 300

export interface ListedTask extends StoredTask {
  /** Of the record, as far as the reader may see it; else the record is not named. */
  readonly recordTitle: string | null
}

/** Whoever may not know the date that a task goes by is not told when it is due. */
function asKnown({ rights }: Scene, task: StoredTask): StoredTask {
  const { form, relative } = task
  if (form === null || relative === null || systemFields.has(relative.field)) return task
  if (rights.forms[form]?.fields[relative.field] !== undefined) return task
  return { ...task, relative: null, day: null, time: null }
}

async function withTitles(
  connection: Connection,
  scene: Scene,
  tasks: readonly StoredTask[],
): Promise<ListedTask[]> {
  const about = tasks.flatMap(({ form, record }) =>
    form === null || record === null ? [] : [{ form, record }],
  )
  const titles = await titlesOf(connection, scene, about)
  return tasks.map((stored) => {
    const task = asKnown(scene, stored)
    const recordTitle = task.record === null ? undefined : titles.get(task.record)
    if (recordTitle === undefined) return { ...task, form: null, record: null, recordTitle: null }
    return { ...task, recordTitle }
  })
}

/** Open tasks that are assigned to the member, the earliest first. */
export async function listMyTasks(
  connection: Connection,
  scene: Scene,
): Promise<{ readonly tasks: readonly ListedTask[]; readonly more: boolean }> {
  const { workspace, actor } = scene
  const found = await connection.query<StoredTask>({
    text: `select ${taskColumns} from ${quoteTable(workspace.schema, '_task')} t
      where t.done_at is null and t.assignees @> array[$1::uuid]
      order by t.due_day nulls last, t.due_time nulls first, t.created_at, t.id limit ${most + 1}`,
    values: [actor.memberId],
  })
  return { tasks: await withTitles(connection, scene, found.slice(0, most)), more: found.length > most }
}

/**
 * Open tasks of a record that the reader may see, and of those that point to it: whoever sees a record sees what is to be done with it.
 * The earliest first.
 */
export async function listRecordTasks(
  connection: Connection,
  scene: Scene,
  site: Site,
  withRelated: boolean,
): Promise<{ readonly tasks: readonly ListedTask[]; readonly more: boolean }> {
  const { text, values } = toStatement(aroundRecord(scene, site, withRelated))
  const found = await connection.query<StoredTask>({
    text: `select ${taskColumns} from ${quoteTable(scene.workspace.schema, '_task')} t
      where t.done_at is null and ${text}
      order by t.due_day nulls last, t.due_time nulls first, t.created_at, t.id limit ${most + 1}`,
    values,
  })
  return { tasks: await withTitles(connection, scene, found.slice(0, most)), more: found.length > most }
}

/** One task as its assignees and its maker may see it. */
export async function findMyTask(
  connection: Connection,
  scene: Scene,
  id: string,
): Promise<ListedTask | undefined> {
  const found = await connection.query<StoredTask>({
    text: `select ${taskColumns} from ${quoteTable(scene.workspace.schema, '_task')} t where t.id = $1 and ${isMine}`,
    values: [id, scene.actor.memberId],
  })
  return (await withTitles(connection, scene, found))[0]
}

export interface FollowUp {
  readonly form: string
  readonly record: string
  readonly title: string
  readonly field: string
  readonly day: string
  readonly version: number
  readonly mayUpdate: boolean
}

const perForm = 100

/** Own records of which the next follow-up is due today or was before, as far as the member may read them. */
export async function listFollowUps(
  connection: Connection,
  scene: Scene,
): Promise<{ readonly followUps: readonly FollowUp[]; readonly more: boolean }> {
  const today = dayIn(scene.actor.zone, scene.now)
  const followUps: FollowUp[] = []
  let more = false
  for (const { key: form, followUpField: field } of scene.app.definition.forms) {
    const rights = scene.rights.forms[form]
    if (field === undefined || rights?.read !== true || rights.fields[field] === undefined) continue
    const page = await queryRecords(connection, scene, form, {
      filter: {
        and: [{ eq: [{ var: 'owner' }, { var: '$me' }] }, { lte: [{ var: field }, today] }],
      },
      sort: [{ field, direction: 'asc' }],
      columns: [field],
      limit: perForm,
    })
    if (!page.ok) continue
    more ||= page.next !== null
    for (const { id, title, values, version, may } of page.rows)
      followUps.push({
        form,
        record: id,
        title,
        field,
        day: String(values[field]),
        version,
        mayUpdate: may?.update === true && rights.fields[field] === 'write',
      })
  }
  return { followUps, more }
}
