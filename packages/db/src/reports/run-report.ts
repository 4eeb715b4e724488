import { planReport, type ReportAnswer } from '@pipewright/compiler'
import type { Expression, Report } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from '../records/outcome.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'

/** The figures of a report as this actor may see them, in one statement. */
export async function runReport(
  connection: Connection,
  scene: Scene,
  report: Report,
  filter?: Expression,
): Promise<Outcome<{ readonly answer: ReportAnswer }>> {
  const plan = planReport(readSceneOf(scene), report, filter)
  if (!plan.ok) return plan
  return { ok: true, answer: plan.answer(await run(connection, plan.statement)) }
}
