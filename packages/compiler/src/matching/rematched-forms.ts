import type { AppDefinition } from '@pipewright/schemas'
import { changedTypes } from '../type-change/changed-types.ts'
import { tableOf } from '../tables/table-names.ts'
import { isMatched, matchedBy } from './is-matched.ts'

/** Tables of forms whose records are compared by other things than before, or by values that were converted. */
export function rematchedForms(before: AppDefinition, after: AppDefinition): string[] {
  const had = new Map(before.forms.map((form) => [form.key, form]))
  const converted = new Set(changedTypes(before, after).map(({ form }) => form))
  return after.forms
    .filter((form) => {
      const old = had.get(form.key)
      const isOther = old !== undefined && matchedBy(before, old) !== matchedBy(after, form)
      return isMatched(after, form) && (isOther || converted.has(form.key))
    })
    .map(({ key }) => tableOf(key))
}
