import type { LabelledScope, ScopeForm, ValueType } from '@pipewright/logic'
import { localize, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import { expressionScope } from './expression-scope.ts'

const uniqueNames = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.flatMap((name) => (name === undefined || name.trim() === '' ? [] : [name.trim()]))),
]

/** Columns of other forms beside what an expression knows already: calculated fields may look through forms. */
export function withForms(index: DefinitionIndex, scope: LabelledScope, locale: Locale): LabelledScope {
  const inside = new Map<string, LabelledScope>()
  const scopeOf = (form: string): LabelledScope => {
    const known = inside.get(form) ?? expressionScope(index, { form }, locale)
    inside.set(form, known)
    return known
  }
  const column = (path: readonly string[]): ValueType | undefined => {
    const [form = '', ...rest] = path
    const found = index.field({ form }, rest.join('.'))
    return found === undefined || found.list || found.field.type === 'lineItems'
      ? undefined
      : scopeOf(form).resolve(rest)
  }
  const isList = (type: ValueType) => type.kind === 'list' && type.of.kind === 'any'
  const forms = index.definition.forms.map(({ key, label, labelPlural }): ScopeForm => {
    const other = locale === 'zh' ? 'en' : 'zh'
    return {
      key,
      names: uniqueNames([
        localize(labelPlural, locale),
        localize(label, locale),
        labelPlural[other],
        label[other],
      ]),
      fields: () =>
        scopeOf(key)
          .fields()
          .filter(({ path, type }) => column([key, ...path]) !== undefined && !isList(type)),
    }
  })
  return {
    ...scope,
    column,
    columnOption: ([form = '', ...rest], text) => scopeOf(form).option?.(rest, text),
    columnOptionLabel: ([form = '', ...rest], key) => scopeOf(form).optionLabel?.(rest, key),
    forms: () => forms,
  }
}
