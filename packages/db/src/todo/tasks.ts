import { parseDate } from '@pipewright/logic'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { notify } from '../notifications/notify.ts'
import { announceTasks } from '../people/announce.ts'
import { getRecord, isIdentity } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import { dayIn, type Scene } from '../records/scene.ts'
import { withDay } from './relative-tasks.ts'
import type { TaskInput } from './task-input.ts'
import { nextDay, remindAt } from './task-times.ts'

export interface StoredTask extends TaskInput {
  readonly id: string
  readonly form: string | null
  readonly record: string | null
  readonly zone: string
  readonly version: number
  readonly createdBy: string
  readonly createdAt: string
  readonly doneAt: string | null
}

const tableOf = ({ workspace }: Scene): string => quoteTable(workspace.schema, '_task')

export const taskColumns = `t.id, t.title, t.form, t.record, t.assignees, t.due_day as day, to_char(t.due_time, 'HH24:MI') as time,
  t.zone, t.repeat, t.relative, t.remind_before as "remindBefore", t.version, t.created_by as "createdBy", t.created_at as "createdAt",
  t.done_at as "doneAt"`

/** Assigned members and who made a task may do everything with it; for others it is not there. */
export const isMine = '(t.assignees @> array[$2::uuid] or t.created_by = $2)'

async function lockTask(tx: Connection, scene: Scene, id: string): Promise<StoredTask | undefined> {
  if (!isIdentity(id)) return undefined
  const [task] = await tx.query<StoredTask>({
    text: `select ${taskColumns} from ${tableOf(scene)} t where t.id = $1 and ${isMine} for update`,
    values: [id, scene.actor.memberId],
  })
  return task
}

/** Active members among these, each once. */
async function activeAmong(tx: Connection, { workspace }: Scene, members: readonly string[]) {
  const rows = await tx.query<{ id: string }>({
    text: `select id from ${quoteTable(workspace.schema, '_member')} where id = any($1::uuid[]) and active order by id`,
    values: [members.filter(isIdentity)],
  })
  return rows.map(({ id }) => id)
}

interface NewTask extends TaskInput {
  readonly id: string
  readonly form: string | null
  readonly record: string | null
  readonly zone: string
  readonly createdBy: string
}

export async function insertTask(tx: Connection, scene: Scene, task: NewTask): Promise<void> {
  await tx.query({
    text: `insert into ${tableOf(scene)} (id, title, form, record, assignees, due_day, due_time, zone, repeat, remind_before,
        remind_at, created_by, created_at, relative)
      values ($1, $2, $3, $4, $5, $6, $7::time, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      task.id,
      task.title,
      task.form,
      task.record,
      task.assignees,
      task.day,
      task.time,
      task.zone,
      task.repeat === null ? null : JSON.stringify(task.repeat),
      task.remindBefore,
      remindAt(task),
      task.createdBy,
      scene.now,
      task.relative === null ? null : JSON.stringify(task.relative),
    ],
  })
}

/** A record can be named by its title alone only to whom it is shown, so the note leads to the to-do list. */
const tellAssigned = (tx: Connection, scene: Scene, id: string, title: string, members: readonly string[]) =>
  notify(tx, scene, {
    kind: 'assigned',
    members,
    topic: id,
    params: { text: title, path: '/todo' },
  })

/** What no column could hold. */
function dayProblem({ day }: TaskInput): ReturnType<typeof refused> | undefined {
  if (day === null || parseDate(day) !== null) return undefined
  return refused('invalid', { errors: [{ pointer: '/day', code: 'bad-date' }] })
}

const badAssignees = refused('invalid', { errors: [{ pointer: '/assignees', code: 'no-such-member' }] })

export async function createTask(
  tx: Connection,
  scene: Scene,
  input: TaskInput & { readonly form: string | null; readonly record: string | null },
): Promise<Outcome<{ readonly id: string }>> {
  const wrong = dayProblem(input)
  if (wrong !== undefined) return wrong
  const { form, record } = input
  if (form !== null && record !== null) {
    const seen = await getRecord(tx, scene, form, record)
    if (!seen.ok) return seen
  }
  const assignees = await activeAmong(tx, scene, input.assignees)
  if (assignees.length === 0 || assignees.length < new Set(input.assignees).size) return badAssignees
  const { memberId: createdBy, zone } = scene.actor
  const id = scene.newId()
  const dated = await withDay(tx, scene, input, { ...input, assignees })
  if (!dated.ok) return dated
  await insertTask(tx, scene, { ...dated.task, id, zone, createdBy })
  await tellAssigned(tx, scene, id, input.title, assignees)
  await announceTasks(tx, scene.workspace)
  return { ok: true, id }
}

/** What is left out stays as it is. */
export type TaskChange = { readonly [K in keyof TaskInput]?: TaskInput[K] | undefined } & {
  readonly version: number
}

/** The task as it is to be; one that followed a date and is given another day stays on that. */
function wishedTask(before: StoredTask, wish: TaskChange): TaskInput {
  const { title, assignees, day, time, repeat, remindBefore, relative } = before
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
  const isMoved = wish.day !== undefined && wish.day !== day
  const stays = { title, assignees, day, time, repeat, remindBefore, relative: isMoved ? null : relative }
  return { ...stays, ...given }
}

export async function updateTask(
  tx: Connection,
  scene: Scene,
  id: string,
  wish: TaskChange,
): Promise<Outcome<{ readonly id: string }>> {
  const before = await lockTask(tx, scene, id)
  if (before === undefined) return refused('not-found')
  const dated = await withDay(tx, scene, before, wishedTask(before, wish))
  if (!dated.ok) return dated
  const { task: change } = dated
  const wrong = dayProblem(change)
  if (wrong !== undefined) return wrong
  if (before.version !== wish.version) return refused('stale-version', { version: before.version })
  const added = change.assignees.filter((member) => !before.assignees.includes(member))
  const active = await activeAmong(tx, scene, added)
  if (change.assignees.length === 0 || active.length < new Set(added).size) return badAssignees
  const { zone } = scene.actor
  const isMoved = change.day !== before.day || change.time !== before.time
  const keepsReminder = !isMoved && change.remindBefore === before.remindBefore
  await tx.query({
    text: `update ${tableOf(scene)} set title = $2, assignees = $3, due_day = $4, due_time = $5::time, zone = $6, repeat = $7,
        remind_before = $8, remind_at = case when $9 then remind_at else $10::timestamptz end, relative = $11,
        version = version + 1 where id = $1`,
    values: [
      id,
      change.title,
      [...new Set(change.assignees)],
      change.day,
      change.time,
      isMoved ? zone : before.zone,
      change.repeat === null ? null : JSON.stringify(change.repeat),
      change.remindBefore,
      keepsReminder,
      remindAt({ ...change, zone }),
      change.relative === null ? null : JSON.stringify(change.relative),
    ],
  })
  await tellAssigned(tx, scene, id, change.title, added)
  await announceTasks(tx, scene.workspace)
  return { ok: true, id }
}

/** Ticks a task off; one that repeats comes again on its next day. Ticking it on again takes that one back. */
export async function completeTask(
  tx: Connection,
  scene: Scene,
  id: string,
  done: boolean,
): Promise<Outcome<{ readonly id: string }>> {
  const task = await lockTask(tx, scene, id)
  if (task === undefined) return refused('not-found')
  if ((task.doneAt !== null) === done) return { ok: true, id }
  const { zone, memberId, calendar } = scene.actor
  let next: string | null = null
  if (done && task.repeat !== null && task.day !== null) {
    next = scene.newId()
    const day = nextDay(task.day, task.repeat, dayIn(zone, scene.now), calendar)
    await insertTask(tx, scene, { ...task, id: next, day })
  }
  if (!done)
    await tx.query({
      text: `delete from ${tableOf(scene)} where id = (select next from ${tableOf(scene)} where id = $1) and done_at is null`,
      values: [id],
    })
  await tx.query({
    text: `update ${tableOf(scene)} set done_at = $2, done_by = $3, next = $4, version = version + 1,
        remind_at = case when $2::timestamptz is null then remind_at end where id = $1`,
    values: [id, done ? scene.now : null, done ? memberId : null, next],
  })
  await announceTasks(tx, scene.workspace)
  return { ok: true, id }
}

/** Removes a task; where it is said which version was seen, only that one. */
export async function deleteTask(
  tx: Connection,
  scene: Scene,
  id: string,
  seen?: number,
): Promise<Outcome<{ readonly id: string }>> {
  const task = await lockTask(tx, scene, id)
  if (task === undefined) return refused('not-found')
  if (seen !== undefined && seen !== task.version) return refused('stale-version', { version: task.version })
  await tx.query({ text: `delete from ${tableOf(scene)} where id = $1`, values: [id] })
  await announceTasks(tx, scene.workspace)
  return { ok: true, id }
}
