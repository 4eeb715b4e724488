import { planTitles, readableForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, run, type Scene } from './scene.ts'

/** Records by form. */
export type RecordsByForm = ReadonlyMap<string, ReadonlySet<string>>

/** Those of the records that the actor may see, in one statement. */
export async function visibleAmong(
  connection: Connection,
  scene: Scene,
  records: RecordsByForm,
): Promise<Map<string, string[]>> {
  const readable = new Map([...records].filter(([form]) => readableForm(scene.rights, form) !== undefined))
  const statement = planTitles(readSceneOf(scene), readable)
  const found = statement === undefined ? [] : await run<{ id: string }>(connection, statement)
  const visible = new Set(found.map(({ id }) => id))
  return new Map(
    [...readable].flatMap(([form, ids]) => {
      const shown = [...ids].filter((id) => visible.has(id))
      return shown.length === 0 ? [] : [[form, shown] as const]
    }),
  )
}
