import type { AppDefinition, Edit, Form } from '@pipewright/schemas'
import { indexOfKey, removeAt, replaceAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditResult, refuse } from './edit-spec.ts'
import { restoreBetween } from './restore-between.ts'

/** A list inside a form that may be left out. */
type PartList = 'rules' | 'conversions' | 'publicForms'
type Part<L extends PartList> = NonNullable<Form[L]>[number]

const partsOf = <L extends PartList>(form: Form, list: L): readonly Part<L>[] =>
  (form[list] ?? []) as readonly Part<L>[]

/** Adds a part at the end of its list or replaces the one with its key. */
export function putInForm<L extends PartList>(
  definition: AppDefinition,
  site: { form: string; list: L; part: Part<L>; put: (old: Part<L>) => Edit },
): EditResult {
  const { part, put } = site
  const result = changeForm(definition, site.form, (form) => {
    const parts = partsOf(form, site.list)
    const position = indexOfKey(parts, part.key)
    const old = parts[position]
    const changed = old === undefined ? [...parts, part] : replaceAt(parts, position, part)
    return { form: { ...form, [site.list]: changed }, inverse: old === undefined ? [] : [put(old)] }
  })
  if ('problems' in result || result.inverse.length > 0) return result
  return { ...result, inverse: [restoreBetween(result.definition, definition)] }
}

export function removeFromForm(
  definition: AppDefinition,
  site: { form: string; list: PartList; what: 'rule' | 'conversion' | 'publicForm'; key: string },
): EditResult {
  const result = changeForm(definition, site.form, (form) => {
    const parts: readonly { key: string }[] = partsOf(form, site.list)
    const position = indexOfKey(parts, site.key)
    if (position < 0) return refuse('unknown-target', `/${site.what}`, { what: site.what, key: site.key })
    return { form: { ...form, [site.list]: removeAt(parts, position) }, inverse: [] }
  })
  if ('problems' in result) return result
  return { ...result, inverse: [restoreBetween(result.definition, definition)] }
}
