import type { Field } from '@pipewright/schemas'
import type { Place } from '../find-field.ts'
import type { Segment } from '../pointer.ts'
import { mention, type Walk } from './reference.ts'

/** A choice whose options are offered only for some options of another one names that field and those options. */
export function walkDependence(
  walk: Walk,
  field: Field,
  site: { at: readonly Segment[]; place: Place },
): void {
  if (!('dependsOn' in field) || field.dependsOn === undefined) return
  const at = [...site.at, 'dependsOn']
  const named = { from: site.place, path: field.dependsOn }
  mention(walk, at, 'optionSet', { kind: 'field', ...named, expects: 'options' })
  const parents = new Set(walk.index.options(field).flatMap((option) => option.parents ?? []))
  for (const option of parents) mention(walk, at, 'optionSet', { kind: 'option', ...named, option })
}
