import { planTitles } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'

/** Titles of records by id, deleted ones too, as far as the actor may see them. */
export async function titlesOf(
  connection: Connection,
  scene: Scene,
  records: readonly { readonly form: string; readonly record: string }[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(
    [...Map.groupBy(records, ({ form }) => form)].map(([form, rows]) => [
      form,
      new Set(rows.map(({ record }) => record)),
    ]),
  )
  const statement = planTitles(readSceneOf(scene), wanted)
  if (statement === undefined) return new Map()
  const rows = await runOnce<{ id: string; title: string | null }>(connection, statement)
  return new Map(rows.map(({ id, title }) => [id, title ?? '']))
}
