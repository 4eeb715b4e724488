import { planTitles } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'
import type { Site } from './around-record.ts'

/** The titles of records that the reader may see, by id; others are missing. */
export async function titlesOf(
  connection: Connection,
  scene: Scene,
  sites: readonly Site[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { form, record } of sites) wanted.set(form, (wanted.get(form) ?? new Set<string>()).add(record))
  const plan = wanted.size === 0 ? undefined : planTitles(readSceneOf(scene), wanted)
  const rows = plan === undefined ? [] : await run<{ id: string; title: string | null }>(connection, plan)
  return new Map(rows.map(({ id, title }) => [id, title ?? '']))
}
