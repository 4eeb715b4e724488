import type { CompiledForm, CompiledPlace } from '../app/compiled-form.ts'

/** Where the field of a path stands: the form itself or its line items; undefined where there is none. */
export function placeAt(
  form: CompiledForm,
  path: string,
): { readonly place: CompiledPlace | undefined; readonly key: string } {
  const [head = '', column] = path.split('.')
  if (column === undefined) return { place: form, key: head }
  return { place: form.items.find((items) => items.field.key === head), key: column }
}
