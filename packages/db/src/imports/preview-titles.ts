import { planTitles } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { noteTargets } from '../records/field-target.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'

/** Titles of the records that rows change, by their ids. */
export async function targetTitles(
  connection: Connection,
  scene: Scene,
  form: string,
  rows: readonly { readonly target: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(rows.flatMap(({ target }) => target ?? []))
  const statement = ids.size === 0 ? undefined : planTitles(readSceneOf(scene), new Map([[form, ids]]))
  const found =
    statement === undefined ? [] : await run<{ id: string; title: string | null }>(connection, statement)
  return new Map(found.map(({ id, title }) => [id, title ?? '']))
}

/** Titles of the records and members that previewed values point to, as far as the importer may see them. */
export async function previewTitles(
  connection: Connection,
  scene: Scene,
  fields: Iterable<Field>,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<Record<string, string>> {
  const wanted = new Map<string, Set<string>>()
  for (const field of fields) for (const values of rows) noteTargets(wanted, field, values[field.key])
  const statement = wanted.size === 0 ? undefined : planTitles(readSceneOf(scene), wanted)
  const found =
    statement === undefined ? [] : await run<{ id: string; title: string | null }>(connection, statement)
  return Object.fromEntries(found.map(({ id, title }) => [id, title ?? '']))
}
