import { planGroups, type GroupsRequest, type RecordGroup } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, run, runOnce, type Scene } from './scene.ts'

/** One page of the groups of a list, in one statement. */
export async function readGroups(
  connection: Connection,
  scene: Scene,
  form: string,
  request: GroupsRequest,
): Promise<Outcome<{ readonly groups: readonly RecordGroup[]; readonly next: number | null }>> {
  const plan = planGroups(readSceneOf(scene), form, request)
  if (!plan.ok) return plan
  const rows = await (request.search === undefined ? run : runOnce)(connection, plan.statement)
  return { ok: true, ...plan.answer(rows) }
}
