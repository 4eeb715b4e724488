import { evaluate } from '@pipewright/logic'
import type { LocationField } from '@pipewright/schemas'
import type { CompiledPlace } from '../../app/compiled-form.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { sameValue } from '../value.ts'
import { eachRow } from './each-row.ts'
import type { Draft, StoredRecord, WriteScene } from './write-scene.ts'

type Data = Readonly<Record<string, unknown>>

const pointOf = (value: unknown): Data | undefined =>
  typeof value === 'object' && value !== null && 'latitude' in value ? { ...value } : undefined

/** What a location is measured from; nothing while the other field is empty. */
function centreOf({ within }: LocationField, data: Data): Data | undefined {
  if (within === undefined) return undefined
  return within.field === undefined ? { ...within } : pointOf(data[within.field])
}

function placeIssues(
  scene: WriteScene,
  place: CompiledPlace,
  data: Data,
  old: Data,
  pointer: string,
): Issue[] {
  return [...place.fields.values()].flatMap((field) => {
    if (field.type !== 'location' || field.within === undefined) return []
    const { metres, field: other } = field.within
    const names = other === undefined ? [field.key] : [field.key, other]
    // What was saved before stays as it is until one of the two places changes.
    if (names.every((name) => sameValue(data[name] ?? null, old[name] ?? null))) return []
    const [point, centre] = [pointOf(data[field.key]), centreOf(field, data)]
    if (point === undefined || centre === undefined) return []
    const ends = [point['latitude'], point['longitude'], centre['latitude'], centre['longitude']]
    const distance = evaluate({ distance: ends.map(String) }, {}, scene.context, place.scope)
    return distance !== null && Number(distance) > metres
      ? [issue(pointer + pointerTo(field.key), 'too-far', { distance: String(distance), metres })]
      : []
  })
}

/** Locations that are further away than their field allows, also from another location of the record or row. */
export function checkDistances(scene: WriteScene, draft: Draft, old: StoredRecord | null): Issue[] {
  if (scene.rights === null) return []
  const own = placeIssues(scene, scene.form, draft, old?.values ?? {}, '/values')
  const rows = eachRow(scene.form, draft, old?.values ?? null).flatMap(({ items, data, before, pointer }) =>
    placeIssues(scene, items, data, before ?? {}, pointerTo(...pointer)),
  )
  return [...own, ...rows]
}
