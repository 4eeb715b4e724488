import { planDates, relativeDay, type IssueCode } from '@pipewright/compiler'
import { systemFields } from '@pipewright/metadata'
import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { rightsOfMember } from '../notifications/rights-of-member.ts'
import { announceTasks } from '../people/announce.ts'
import { isIdentity } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'
import { remindAt } from './task-times.ts'
import type { TaskInput } from './task-input.ts'

interface Site {
  readonly form: string | null
  readonly record: string | null
}

interface DateRow {
  readonly id: string
  readonly day: string | null
}

const invalid = (pointer: string, code: IssueCode) => refused('invalid', { errors: [{ pointer, code }] })

/** Whether all of them may know a field. */
async function allKnow(
  tx: Connection,
  scene: Scene,
  { form, field }: { readonly form: string; readonly field: string },
  members: readonly string[],
): Promise<boolean> {
  for (const member of new Set(members)) {
    const rights = (await rightsOfMember(tx, scene, member))?.forms[form]
    if (rights?.read !== true) return false
    if (rights.fields[field] === undefined && !systemFields.has(field)) return false
  }
  return true
}

/** A task with the day that the date of its record gives it now; its own where it is due by none. */
export async function withDay<T extends TaskInput>(
  tx: Connection,
  scene: Scene,
  { form, record }: Site,
  task: T,
): Promise<Outcome<{ readonly task: T }>> {
  const { relative, assignees } = task
  if (relative === null) return { ok: true, task }
  if (form === null || record === null || !isIdentity(record)) return invalid('/relative', 'unknown-field')
  const plan = planDates(readSceneOf(scene), form, relative.field, [record])
  if (plan === undefined) return invalid('/relative/field', 'unknown-field')
  const [row] = await runOnce<DateRow>(tx, plan)
  if (row === undefined) return refused('not-found')
  if (!(await allKnow(tx, scene, { form, field: relative.field }, assignees.filter(isIdentity))))
    return invalid('/assignees', 'date-hidden')
  const day = row.day === null ? null : relativeDay(row.day, relative, scene.actor.calendar)
  return { ok: true, task: { ...task, day, repeat: null } }
}

interface Following extends Pick<TaskInput, 'assignees' | 'day' | 'time' | 'remindBefore'> {
  readonly id: string
  readonly form: string
  readonly record: string
  readonly zone: string
  readonly createdBy: string
  readonly relative: NonNullable<TaskInput['relative']>
}

const perTurn = 1000

/** Its new day; a task of somebody who may not know the date any more stays as it is from now on. */
async function move(tx: Connection, scene: Scene, task: Following, day: string | null): Promise<void> {
  const { id, form, relative, assignees, createdBy } = task
  const table = quoteTable(scene.workspace.schema, '_task')
  if (!(await allKnow(tx, scene, { form, field: relative.field }, [...assignees, createdBy]))) {
    await tx.query({
      text: `update ${table} set relative = null, version = version + 1 where id = $1`,
      values: [id],
    })
    return
  }
  await tx.query({
    text: `update ${table} set due_day = $2, remind_at = $3, version = version + 1
      where id = $1 and done_at is null and due_day is not distinct from $4::date`,
    values: [id, day, remindAt({ ...task, day }), task.day],
  })
}

async function followSome(tx: Connection, scene: Scene, after: string): Promise<readonly Following[]> {
  const tasks = await tx.query<Following>({
    text: `select id, form, record, assignees, due_day as day, to_char(due_time, 'HH24:MI') as time, zone, relative,
        remind_before as "remindBefore", created_by as "createdBy"
      from ${quoteTable(scene.workspace.schema, '_task')}
      where relative is not null and done_at is null and id > $1 order by id limit ${perTurn}`,
    values: [after],
  })
  let moved = 0
  const groups = Map.groupBy(tasks, ({ form, relative, zone }) => `${form} ${relative.field} ${zone}`)
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue
    const group = [first, ...others]
    const local = { ...scene, actor: { ...scene.actor, zone: first.zone } }
    const ids = [...new Set(group.map(({ record }) => record))]
    const plan = planDates(readSceneOf(local), first.form, first.relative.field, ids)
    const rows = plan === undefined ? [] : await runOnce<DateRow>(tx, plan)
    const dates = new Map(rows.map(({ id, day }) => [id, day]))
    for (const task of group) {
      const date = dates.get(task.record)
      // A record that is gone leaves its tasks as they are.
      if (date === undefined) continue
      const day = date === null ? null : relativeDay(date, task.relative, scene.actor.calendar)
      if (day === task.day) continue
      await move(tx, scene, task, day)
      moved += 1
    }
  }
  if (moved > 0) await announceTasks(tx, scene.workspace)
  return tasks
}

/** Tasks go along with the dates of their records; one of which the day moves is reminded of anew. */
export async function followDates(
  database: Transacting,
  scene: Scene,
  isStopping: () => boolean,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  while (!isStopping()) {
    const tasks = await database.transaction((tx) => followSome(tx, scene, after))
    if (tasks.length < perTurn) return
    after = tasks.at(-1)?.id ?? after
  }
}
