import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import type { QueryKey } from '@tanstack/react-query'

/** What is asked for and on the screen, with its answer. */
interface Open {
  readonly queryKey: QueryKey
  readonly state: { readonly data: unknown }
}

/** Kinds of answers that list records or count them. */
const kinds: ReadonlySet<unknown> = new Set(['pages', 'window', 'board', 'tree', 'groups', 'count', 'map'])

/** All texts of what is asked for: keys and paths of fields among them. */
function textsIn(asked: unknown): readonly string[] {
  if (typeof asked === 'string') return [asked]
  return typeof asked === 'object' && asked !== null ? Object.values(asked).flatMap(textsIn) : []
}

/** Forms that a path such as "account.industry" leads through, from one form on; a lookup stands for the path it takes. */
function formsAlong(forms: ReadonlyMap<string, Form>, from: string, path: string): readonly string[] {
  const [first = '', ...rest] = path.split('.')
  const field = forms.get(from)?.fields.find(({ key }) => key === first)
  if (field?.type === 'lookup')
    return field.path === undefined ? [field.find?.form ?? ''] : formsAlong(forms, from, field.path)
  if (field?.type !== 'relation' || rest.length === 0) return []
  return [field.form, ...formsAlong(forms, field.form, rest.join('.'))]
}

/** Whether the value of a field names records of the form. */
function leadsTo(field: Field, form: string): boolean {
  if (field.type === 'relation' || field.type === 'relations') return field.form === form
  return field.type === 'anyRelation' && field.targets.some((target) => target.form === form)
}

/**
 * Open lists that records of another form may have changed: those that ask for something by a relation to it, and those
 * that name one of the records. Null for `ids` stands for more than can be told.
 */
export function listsAbout(
  definition: AppDefinition,
  open: readonly Open[],
  form: string,
  ids: ReadonlySet<string> | null,
): readonly QueryKey[] {
  const forms = new Map(definition.forms.map((one) => [one.key, one]))
  const fieldsOf = (of: string) => forms.get(of)?.fields ?? []
  const asksFor = (of: string, texts: readonly string[]) =>
    texts.some((text) => formsAlong(forms, of, text).includes(form))
  const names = (of: string, texts: readonly string[], answer: unknown) => {
    // Records of its own form are brought to a list one by one.
    if (of === form || !fieldsOf(of).some((field) => texts.includes(field.key) && leadsTo(field, form)))
      return false
    const answered = JSON.stringify(answer) ?? ''
    return ids === null || [...ids].some((id) => answered.includes(id))
  }
  return open
    .filter(({ queryKey: [, , of, kind, ...asked], state }) => {
      if (typeof of !== 'string' || !kinds.has(kind)) return false
      const texts = textsIn(asked)
      return asksFor(of, texts) || names(of, texts, state.data)
    })
    .map(({ queryKey }) => queryKey)
}
