import { isOffered, localize, type Locale } from '@pipewright/metadata'
import type { CompiledForm, CompiledPlace } from '../../app/compiled-form.ts'
import type { DependentChoice } from '../../app/dependent-choices.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { sameValue } from '../value.ts'
import { eachRow } from './each-row.ts'

type Data = Readonly<Record<string, unknown>>

/** By whom and against what a record is judged. */
export interface DependentsScene {
  readonly form: CompiledForm
  readonly locale: Locale
  /** Fields of the record or columns ("items.city") that the writer may see. */
  readonly sees: (path: string) => boolean
  /** The record as it was; null for a new one. */
  readonly old: Data | null
}

const held = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const same = (key: string, a: Data, b: Data | undefined): boolean =>
  b !== undefined && sameValue(a[key] ?? null, b[key] ?? null)

/** Options that do not belong to what their field depends on; an answer of one's own belongs to everything. */
function unfit({ field, on, options }: DependentChoice, data: Data): boolean {
  return held(data[field.key] ?? null).some((key) => {
    const option = typeof key === 'string' ? options.get(key) : undefined
    return option !== undefined && !isOffered(option, data[on.key])
  })
}

function issuesAt(
  scene: DependentsScene,
  place: CompiledPlace,
  data: Data,
  before: Data | undefined,
  at: { readonly pointer: string; readonly prefix: string },
): Issue[] {
  return place.dependents.flatMap((dependent) => {
    const { field, on } = dependent
    // What the writer cannot see is not held against anybody; what was there before and is untouched may stay.
    if (!scene.sees(at.prefix + field.key)) return []
    if (same(field.key, data, before) && same(on.key, data, before)) return []
    if (!unfit(dependent, data)) return []
    const pointer = at.pointer + pointerTo(field.key)
    if (!scene.sees(at.prefix + on.key)) return [issue(pointer, 'not-an-option')]
    return [issue(pointer, 'not-offered', { field: localize(on.label, scene.locale) || on.key })]
  })
}

/** Options chosen, here or by a change of what they depend on, that are not offered for it: in the record and its rows. */
export function checkDependents(scene: DependentsScene, data: Data): Issue[] {
  const { form, old } = scene
  const own = issuesAt(scene, form, data, old ?? undefined, { pointer: '/values', prefix: '' })
  if (form.allItems.every(({ dependents }) => dependents.length === 0)) return own
  const inRows = eachRow(form, data, old).flatMap((row) => {
    const at = { pointer: pointerTo(...row.pointer), prefix: `${row.items.path}.` }
    return issuesAt(scene, row.items, row.data, row.before, at)
  })
  return [...own, ...inRows]
}
