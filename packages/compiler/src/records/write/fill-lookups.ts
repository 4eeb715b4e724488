import type { Field } from '@pipewright/schemas'
import { partNamed, partsOf } from '@pipewright/metadata'
import type { CompiledItems, CompiledPlace } from '../../app/compiled-form.ts'
import type { Composite } from '../value.ts'
import { rowsOf, type Draft, type WriteScene } from './write-scene.ts'

/** The value at a path that goes on from a record; null where nothing is chosen or it is not loaded yet. */
function readBehind(scene: WriteScene, target: string, id: string, path: readonly string[]): unknown {
  const [key = '', ...rest] = path
  const row = scene.related.get(target, id)
  if (row === undefined || row === null) return null
  const field = scene.app.index.field(target, key)?.field
  if (field?.type === 'lineItems') return row.values[path.join('.')] ?? null
  const value = row.values[key] ?? null
  return rest.length === 0 ? value : follow(scene, field, value, rest)
}

function follow(
  scene: WriteScene,
  field: Field | undefined,
  value: unknown,
  path: readonly string[],
): unknown {
  if (field?.type === 'relations') {
    const ids = Array.isArray(value) ? (value as string[]) : []
    return ids.flatMap((id) => readBehind(scene, field.form, id, path))
  }
  const [name = '', ...rest] = path
  if (field !== undefined && partsOf(field).length > 0) {
    const own = (value as Composite | null)?.[name] ?? null
    return rest.length === 0 ? own : follow(scene, partNamed(field, name), own, rest)
  }
  if (field?.type !== 'relation' || typeof value !== 'string') return null
  return readBehind(scene, field.form, value, path)
}

const lookUp = (scene: WriteScene, place: CompiledPlace, path: readonly string[], data: Draft): unknown => {
  const [head = '', ...rest] = path
  return follow(scene, place.fields.get(head), data[head], rest)
}

function fillPlace(scene: WriteScene, place: CompiledPlace, data: Draft): void {
  for (const path of place.lookups) data[path.join('.')] = lookUp(scene, place, path, data)
}

/** The rows of a line items field, and beside them what they hold together by dotted path. */
function fillRows(scene: WriteScene, items: CompiledItems, around: Draft): void {
  const { key } = items.field
  const rows = rowsOf(around, key)
  for (const row of rows) {
    fillPlace(scene, items, row)
    for (const inner of items.inner) fillRows(scene, inner, row)
  }
  const own = items.lookups.map((path) => path.join('.'))
  for (const name of own) around[`${key}.${name}`] = rows.map((row) => row[name] ?? null)
  for (const inner of items.inner)
    for (const path of inner.lookups) {
      const name = `${inner.field.key}.${path.join('.')}`
      around[`${key}.${name}`] = rows.flatMap((row) => (row[name] as readonly unknown[] | undefined) ?? [])
    }
}

/** Lays what expressions read over relations beside the values, by dotted path. */
export function fillLookups(scene: WriteScene, draft: Draft): void {
  fillPlace(scene, scene.form, draft)
  for (const items of scene.form.items) fillRows(scene, items, draft)
}
