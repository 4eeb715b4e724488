import { rowTablesIn } from '../row-tables.ts'
import type { AppDefinition } from '@pipewright/schemas'
import { indexOfKey, removeAt } from '../lists.ts'
import { type Use, whereUsed } from '../where-used.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { withoutEntry } from './remove-document.ts'
import { restoreBetween } from './restore-between.ts'

/** What does not go with the form: everything but its own rights and its entry in the navigation; once per part. */
function blockingUses(definition: AppDefinition, key: string): Use[] {
  const own = definition.roles.flatMap((role, position) =>
    role.forms.flatMap((right, place) => (right.form === key ? [`/roles/${position}/forms/${place}/`] : [])),
  )
  const uses = whereUsed(definition, { kind: 'form', key }).filter(
    (use) => use.kind !== 'navigation' && !own.some((start) => use.pointer.startsWith(start)),
  )
  const partOf = ({ document, label }: Use): string => JSON.stringify([document, label])
  return [...Map.groupBy(uses, partOf).values()].flatMap((same) => same.slice(0, 1))
}

export const removeForm: EditSpec<EditOf<'removeForm'>> = {
  apply(definition, { form: key, neverPublished }) {
    const position = indexOfKey(definition.forms, key)
    const form = definition.forms[position]
    if (form === undefined) return refuse('unknown-target', '/form', { what: 'form', key })
    const uses = blockingUses(definition, key)
    if (uses.length > 0) return refuse('in-use', '/form', { what: key, uses })
    // Line items have tables too, whose names a later form must not take.
    const retired = [key, ...rowTablesIn(form.fields).map((path) => `${key}.${path}`)]
    const result: AppDefinition = {
      ...definition,
      forms: removeAt(definition.forms, position),
      roles: definition.roles.map((role) =>
        role.forms.some((right) => right.form === key)
          ? { ...role, forms: role.forms.filter((right) => right.form !== key) }
          : role,
      ),
      navigation: withoutEntry(definition, 'form', key),
      retired: [...definition.retired, ...(neverPublished === true ? [] : retired)],
    }
    return { definition: result, inverse: [restoreBetween(result, definition)] }
  },
}
