import { planSuggestions } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, run, type Scene } from './scene.ts'

/** Tags in use among the records the actor may see, the most used first. */
export async function suggestTags(
  connection: Connection,
  scene: Scene,
  form: string,
  path: string,
  search: string,
): Promise<Outcome<{ readonly tags: readonly string[] }>> {
  const plan = planSuggestions(readSceneOf(scene), form, path, search)
  if (!plan.ok) return plan
  const rows = await run<{ tag: string }>(connection, plan.statement)
  return { ok: true, tags: rows.map(({ tag }) => tag) }
}
