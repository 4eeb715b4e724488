import { planSharedValues, type ExportColumn } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'

/** By form, the titles that several of its records have, as far as the reader may see them. */
export type SharedTitles = ReadonlyMap<string, ReadonlySet<string>>

/** The forms whose records a field names. */
export function targetsOf(field: Field): readonly string[] {
  if (field.type === 'relation' || field.type === 'relations') return [field.form]
  return field.type === 'anyRelation' ? field.targets.map(({ form }) => form) : []
}

/** Once for an export: what its own relations point to and a title alone would not tell. */
export async function sharedTitles(
  tx: Connection,
  scene: Scene,
  columns: readonly ExportColumn[],
): Promise<SharedTitles> {
  const own = columns.filter(({ through }) => through.length === 0)
  const shared = new Map<string, ReadonlySet<string>>()
  for (const form of new Set(own.flatMap(({ field }) => targetsOf(field)))) {
    const title = scene.app.index.form(form)?.titleField ?? ''
    const statement = planSharedValues(readSceneOf(scene), form, title)
    const found = statement === undefined ? [] : await run<{ value: string }>(tx, statement)
    shared.set(form, new Set(found.map(({ value }) => value)))
  }
  return shared
}
