import type { CompiledForm } from '@pipewright/compiler'
import { partNamed } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { EngineScene } from './form-engine.ts'

function readBehind(scene: EngineScene, target: string, id: string, path: readonly string[]): unknown {
  const [key = '', ...rest] = path
  const related = scene.related.find(target, id)
  if (related === undefined) return undefined
  const value = related?.[key] ?? null
  if (rest.length === 0) return value
  return follow(scene, scene.index.field(target, key)?.field, value, rest)
}

function follow(
  scene: EngineScene,
  field: Field | undefined,
  value: unknown,
  path: readonly string[],
): unknown {
  if (field?.type === 'relations') {
    const ids = Array.isArray(value) ? (value as string[]) : []
    const found = ids.map((id) => readBehind(scene, field.form, id, path))
    return found.includes(undefined) ? undefined : found.flat()
  }
  if (field?.type === 'anyRelation') {
    const [name = '', ...rest] = path
    const own = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null
    return rest.length === 0 ? (own ?? null) : follow(scene, partNamed(field, name), own, rest)
  }
  if (field?.type !== 'relation' || typeof value !== 'string') return null
  return readBehind(scene, field.form, value, path)
}

/** The value at a path over relations; null where nothing is chosen, undefined while it is not known yet. */
export function lookUp(
  scene: EngineScene,
  place: Pick<CompiledForm, 'fields'>,
  path: readonly string[],
  values: Readonly<Record<string, unknown>>,
): unknown {
  const [head = '', ...rest] = path
  return follow(scene, place.fields.get(head), values[head], rest)
}
