import { BOOLEAN, listOf, TEXT, type LabelledScope, type ScopeField } from '@pipewright/logic'
import { localize, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import type { TextKey } from '../../texts/use-texts.ts'

type Translate = (key: TextKey) => string

/** What rules know beside fields, as sentences call it. */
export function factFields(t: Translate): readonly ScopeField[] {
  return [
    { path: ['$roles'], label: t('why.roles'), type: listOf(TEXT) },
    { path: ['$device'], label: t('why.device'), type: TEXT },
    { path: ['$isNew'], label: t('why.isNew'), type: BOOLEAN },
    { path: ['$option'], label: t('why.option'), type: TEXT },
  ]
}

/** How a value of such a name is told. */
export function factWord(
  index: DefinitionIndex,
  locale: Locale,
  t: Translate,
  name: string,
  value: string,
): string | undefined {
  if (name === '$roles') {
    const role = index.role(value)
    return role === undefined ? undefined : localize(role.label, locale)
  }
  if (name === '$device' && value === 'phone') return t('why.phone')
  return name === '$device' && value === 'desktop' ? t('why.desktop') : undefined
}

/** What is around a row, by the name that goes before its fields (`$record`, `$parent`), and what people call it. */
export type Around = Readonly<Record<string, { readonly scope: LabelledScope; readonly name: string }>>

/** The scope of a form's fields with what rules know beside them; `$old` and names of what is around go before a field. */
export function ruleSentenceScope(
  base: LabelledScope,
  around: Around,
  facts: readonly ScopeField[],
  words: {
    readonly before: (label: string) => string
    readonly fact: (name: string, value: string) => string | undefined
  },
): LabelledScope {
  const isPrefix = (head: string) => head === '$old' || Object.hasOwn(around, head)
  const of = (head: string) => around[head]?.scope ?? base
  const old = base.fields().map(({ path, label, type }) => ({
    path: ['$old', ...path],
    label: words.before(label),
    type,
  }))
  const further = Object.entries(around).flatMap(([head, { scope, name }]) =>
    scope.fields().map(({ path, label, type }) => ({
      path: [head, ...path],
      label: name === '' ? label : `${name} › ${label}`,
      type,
    })),
  )
  const all = [...base.fields(), ...old, ...further, ...facts]
  return {
    fields: () => all,
    resolve([head = '', ...rest]) {
      if (isPrefix(head)) return of(head).resolve(rest)
      return facts.find(({ path }) => path[0] === head)?.type ?? base.resolve([head, ...rest])
    },
    optionLabel([head = '', ...rest], key) {
      if (isPrefix(head)) return of(head).optionLabel?.(rest, key)
      return words.fact(head, key) ?? base.optionLabel?.([head, ...rest], key)
    },
  }
}
