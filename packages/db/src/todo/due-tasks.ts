import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'
import { dayIn } from '../records/scene.ts'
import { remindAt } from './task-times.ts'

export interface DueTask {
  readonly title: string
  readonly day: string
}

interface Row extends DueTask {
  readonly time: string | null
  readonly zone: string
  readonly remindBefore: number | null
}

/** Whether its own reminder tells of a task on the day on which it is due. */
function remindsOnItsDay(task: Row): boolean {
  const at = remindAt(task)
  return at !== null && dayIn(task.zone, at) === task.day
}

/** Open tasks of the member that are due up to today and were not put off, but today's that remind by themselves. */
export async function listDueTasks(
  connection: Connection,
  { workspace: { schema }, actor, now }: Scene,
): Promise<readonly DueTask[]> {
  const today = dayIn(actor.zone, now)
  const rows = await connection.query<Row>({
    text: `select t.title, t.due_day as day, to_char(t.due_time, 'HH24:MI') as time, t.zone, t.remind_before as "remindBefore"
      from ${quoteTable(schema, '_task')} t where t.done_at is null and t.assignees @> array[$1::uuid] and t.due_day <= $2
        and not exists (select from ${quoteTable(schema, '_snooze')} s where s.member = $1 and s.item = t.id and s.until > $3)
      order by t.due_day, t.due_time nulls first, t.id`,
    values: [actor.memberId, today, now],
  })
  return rows.filter((task) => task.day < today || !remindsOnItsDay(task))
}
