import type { CompiledPlace } from '../../app/compiled-form.ts'
import { rowsOf, type Draft, type WriteScene } from './write-scene.ts'

/** The value at a path over relations; null where nothing is chosen, and for now where it is not loaded yet. */
function lookUp(
  { app, related }: WriteScene,
  place: CompiledPlace,
  path: readonly string[],
  data: Draft,
): unknown {
  const first = place.fields.get(path[0] ?? '')
  let target = first?.type === 'relation' ? first.form : undefined
  let id = data[path[0] ?? '']
  for (const [position, key] of path.entries()) {
    if (position === 0) continue
    if (target === undefined || typeof id !== 'string') return null
    const row = related.get(target, id)
    if (row === undefined || row === null) return null
    const field = app.index.field(target, key)?.field
    if (field?.type === 'lineItems') return row.values[path.slice(position).join('.')] ?? null
    id = row.values[key]
    if (position === path.length - 1) return id ?? null
    target = field?.type === 'relation' ? field.form : undefined
  }
  return null
}

function fillPlace(scene: WriteScene, place: CompiledPlace, data: Draft): void {
  for (const path of place.lookups) data[path.join('.')] = lookUp(scene, place, path, data)
}

/** Lays what expressions read over relations beside the values, by dotted path. */
export function fillLookups(scene: WriteScene, draft: Draft): void {
  fillPlace(scene, scene.form, draft)
  for (const items of scene.form.items) {
    const rows = rowsOf(draft, items.field.key)
    for (const row of rows) fillPlace(scene, items, row)
    for (const path of items.lookups) {
      const name = path.join('.')
      draft[`${items.field.key}.${name}`] = rows.map((row) => row[name] ?? null)
    }
  }
}
