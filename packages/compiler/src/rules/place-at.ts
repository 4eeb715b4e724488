import type { CompiledForm, CompiledPlace } from '../app/compiled-form.ts'

/** Where the field of a path stands: the form itself, its line items or those inside; undefined where there is none. */
export function placeAt(
  form: CompiledForm,
  path: string,
): { readonly place: CompiledPlace | undefined; readonly key: string } {
  const end = path.lastIndexOf('.')
  if (end < 0) return { place: form, key: path }
  const around = path.slice(0, end)
  return { place: form.allItems.find((items) => items.path === around), key: path.slice(end + 1) }
}
