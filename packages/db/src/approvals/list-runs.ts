import type { Run } from '@pipewright/workflow'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'

/** A run with the ids of its tasks, by position of the step. */
export interface ListedRun {
  readonly id: string
  readonly form: string
  readonly record: string
  readonly run: Run
  readonly tasks: readonly string[]
}

const selection = (schema: string) => `select r.id, r.form, r.record, r.run,
    array(select t.id from ${quoteTable(schema, '_approval_task')} t where t.run = r.id order by t.position) as tasks
  from ${quoteTable(schema, '_approval_run')} r`

/** Approvals of a record, newest first. That the record may be seen was asked before. */
export function listRuns(
  connection: Connection,
  { workspace }: Scene,
  form: string,
  record: string,
): Promise<ListedRun[]> {
  return connection.query<ListedRun>({
    text: `${selection(workspace.schema)} where r.form = $1 and r.record = $2 order by r.started_at desc, r.id desc limit 100`,
    values: [form, record],
  })
}

export async function findRun(
  connection: Connection,
  { workspace }: Scene,
  id: string,
): Promise<ListedRun | undefined> {
  const [run] = await connection.query<ListedRun>({
    text: `${selection(workspace.schema)} where r.id = $1`,
    values: [id],
  })
  return run
}

export interface OpenTask {
  readonly id: string
  readonly run: string
  readonly workflow: string
  readonly step: string
  readonly form: string
  readonly record: string
  readonly requestedBy: string
  readonly at: string
  readonly comment: string
}

/** What waits for this member's decision, oldest first. */
export function listOpenTasks(connection: Connection, { workspace, actor }: Scene): Promise<OpenTask[]> {
  return connection.query<OpenTask>({
    text: `select t.id, r.id as run, r.workflow, t.step, r.form, r.record, r.started_by as "requestedBy",
        t.created_at as at, r.comment
      from ${quoteTable(workspace.schema, '_approval_task')} t
      join ${quoteTable(workspace.schema, '_approval_run')} r on r.id = t.run
      where t.state = 'waiting' and t.approvers @> array[$1::uuid] order by t.created_at, t.id limit 200`,
    values: [actor.memberId],
  })
}
