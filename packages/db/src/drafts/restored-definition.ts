import type { AppDefinition, Field } from '@pipewright/schemas'

/** Every key that has a table or column: `quote`, `quote.amount`, `quote.items.price`. */
function pathsOf(definition: AppDefinition): string[] {
  const below = (path: string, fields: readonly Field[]): string[] =>
    fields.flatMap((field) => {
      const own = `${path}.${field.key}`
      return field.type === 'lineItems' ? [own, ...below(own, field.fields)] : [own]
    })
  return definition.forms.flatMap((form) => [form.key, ...below(form.key, form.fields)])
}

const parents = (path: string): string[] => {
  const parts = path.split('.')
  return parts.slice(0, -1).map((_, place) => parts.slice(0, place + 1).join('.'))
}

/**
 * An earlier definition as the successor of the one in force: keys that came since are retired, those that it has are
 * in use again.
 */
export function restoredDefinition(earlier: AppDefinition, published: AppDefinition): AppDefinition {
  const has = new Set(pathsOf(earlier))
  const all = new Set([...earlier.retired, ...published.retired, ...pathsOf(published)])
  const gone = new Set([...all].filter((path) => !has.has(path)))
  const retired = [...gone].filter((path) => !parents(path).some((parent) => gone.has(parent)))
  return { ...earlier, retired }
}
