import { inStartOrder, itself } from '@pipewright/metadata'
import type { OriginField } from '@pipewright/schemas'
import { valueToStart } from './starting-value.ts'
import type { Draft, WriteScene } from './write-scene.ts'

/** Where a new record came from, and what its writer entered last. */
export interface Start {
  /** The record one came from, with what may be taken over from it. */
  readonly from?: { readonly form: string; readonly id: string; readonly fields: readonly OriginField[] }
  readonly last?: Readonly<Record<string, unknown>>
}

/** What is taken over from a record that the writer may see; nothing while it is not loaded. */
function takenOver(scene: WriteScene, from: Start['from']): Record<string, unknown> {
  if (from === undefined || from.fields.length === 0) return {}
  const row = scene.related.get(from.form, from.id)
  if (row?.readable !== true) return {}
  const valueOf = (pair: OriginField) =>
    pair.from === 'id'
      ? itself(scene.form.fields.get(pair.to), from.form, from.id)
      : (row.values[pair.from] ?? null)
  return Object.fromEntries(from.fields.map((pair) => [pair.to, valueOf(pair)]))
}

/** Fills what was not given of a new record; an explicit null stays empty. */
export function applyStart(
  scene: WriteScene,
  given: Readonly<Record<string, unknown>>,
  draft: Draft,
  { from, last = {} }: Start = {},
): void {
  const { form, context } = scene
  const sources = { taken: takenOver(scene, from), last }
  for (const field of inStartOrder(form.form, [...form.fields.values()])) {
    if (Object.hasOwn(given, field.key)) continue
    const value = valueToStart(form, field, sources, draft, context)
    if (value !== undefined) draft[field.key] = value
  }
}
