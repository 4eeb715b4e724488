import type { CompiledForm } from '@pipewright/compiler'
import type { EngineScene } from './form-engine.ts'

/** The value at a path over relations; null where nothing is chosen, undefined while it is not known yet. */
export function lookUp(
  scene: EngineScene,
  place: Pick<CompiledForm, 'fields'>,
  path: readonly string[],
  values: Readonly<Record<string, unknown>>,
): unknown {
  const [head = '', ...rest] = path
  const first = place.fields.get(head)
  let target = first?.type === 'relation' ? first.form : undefined
  let value: unknown = values[head]
  for (const key of rest) {
    if (target === undefined || typeof value !== 'string') return null
    const related = scene.related.find(target, value)
    if (related === undefined) return undefined
    value = related?.[key] ?? null
    const field = scene.index.field(target, key)?.field
    target = field?.type === 'relation' ? field.form : undefined
  }
  return value ?? null
}
