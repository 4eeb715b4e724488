import type { Run } from '@pipewright/workflow'
import type { Connection } from '../connection/connection.ts'
import { firstOf, engineQuery, runQuery } from '../connection/engine-query.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'

/** A run as it is stored: the plain state of the engine and what it belongs to. */
export interface StoredRun {
  readonly id: string
  readonly form: string
  readonly record: string
  readonly run: Run
}

/** Locks the run until the end of the transaction, so that of two decisions at once the second sees the first. */
export async function lockRun(
  tx: Connection,
  { workspace }: Scene,
  id: string,
): Promise<StoredRun | undefined> {
  const row = await firstOf(
    tx,
    engineQuery(workspace)
      .selectFrom('_approval_run')
      .select(['id', 'form', 'record', 'run'])
      .where('id', '=', id)
      .forUpdate(),
  )
  return row === undefined ? undefined : { ...row, run: row.run as Run }
}

/** The run and step of a task. */
export function findTask(
  connection: Connection,
  { workspace }: Scene,
  id: string,
): Promise<{ run: string; step: string } | undefined> {
  return firstOf(
    connection,
    engineQuery(workspace).selectFrom('_approval_task').select(['run', 'step']).where('id', '=', id),
  )
}

/** Writes the state of a run and its tasks; a new one is made. */
export async function saveRun(
  tx: Connection,
  scene: Scene,
  { id, form, record, run }: StoredRun,
): Promise<void> {
  const { schema } = scene.workspace
  const finished = run.state === 'open' ? null : scene.now
  await tx.query({
    text: `insert into ${quoteTable(schema, '_approval_run')}
        (id, workflow, form, record, state, revision, run, started_by, started_at, finished_at, comment)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (id) do update set state = excluded.state, run = excluded.run, finished_at = excluded.finished_at`,
    values: [
      id,
      run.workflow,
      form,
      record,
      run.state,
      scene.app.revision,
      JSON.stringify(run),
      run.startedBy,
      run.startedAt,
      finished,
      run.comment,
    ],
  })
  const known = await runQuery(
    tx,
    engineQuery(scene.workspace)
      .selectFrom('_approval_task')
      .select(['id', 'position'])
      .where('run', '=', id),
  )
  for (const [position, step] of run.steps.entries()) {
    const task = known.find((one) => one.position === position)?.id ?? scene.newId()
    await tx.query({
      text: `insert into ${quoteTable(schema, '_approval_task')}
          (id, run, step, position, state, approvers, created_at, decided_by, decided_at, comment)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (id) do update set state = excluded.state, decided_by = excluded.decided_by,
          decided_at = excluded.decided_at, comment = excluded.comment`,
      values: [
        task,
        id,
        step.step,
        position,
        step.state,
        step.approvers,
        scene.now,
        step.decidedBy,
        step.decidedAt,
        step.comment,
      ],
    })
  }
}
