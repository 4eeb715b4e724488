import { isOffered, localize, type Locale } from '@pipewright/metadata'
import type { CompiledForm, CompiledPlace } from '../../app/compiled-form.ts'
import type { DependentChoice } from '../../app/dependent-choices.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { sameValue } from '../value.ts'

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

const rows = (value: unknown): readonly Data[] => (Array.isArray(value) ? (value as readonly Data[]) : [])

/** Options chosen, here or by a change of what they depend on, that are not offered for it: in the record and its rows. */
export function checkDependents(scene: DependentsScene, data: Data): Issue[] {
  const { form, old } = scene
  const own = issuesAt(scene, form, data, old ?? undefined, { pointer: '/values', prefix: '' })
  const inRows = form.items.flatMap((items) => {
    if (items.dependents.length === 0) return []
    const { key } = items.field
    const before = new Map(rows(old?.[key]).map((row) => [row['id'], row]))
    return rows(data[key]).flatMap((row, position) => {
      const known = row['id'] === undefined ? undefined : before.get(row['id'])
      const at = { pointer: pointerTo('values', key, position), prefix: `${key}.` }
      return issuesAt(scene, items, row, known, at)
    })
  })
  return [...own, ...inRows]
}
