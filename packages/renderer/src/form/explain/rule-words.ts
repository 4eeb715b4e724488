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

const prefixed = new Set(['$old', '$record'])

/** The scope of a form's fields with what rules know beside them; `$old` and `$record` go before a field. */
export function ruleSentenceScope(
  base: LabelledScope,
  record: LabelledScope,
  facts: readonly ScopeField[],
  words: {
    readonly before: (label: string) => string
    readonly fact: (name: string, value: string) => string | undefined
  },
): LabelledScope {
  const of = (head: string | undefined) => (head === '$record' ? record : base)
  const old = base.fields().map(({ path, label, type }) => ({
    path: ['$old', ...path],
    label: words.before(label),
    type,
  }))
  const around = record.fields().map(({ path, ...rest }) => ({ path: ['$record', ...path], ...rest }))
  const all = [...base.fields(), ...old, ...around, ...facts]
  return {
    fields: () => all,
    resolve([head = '', ...rest]) {
      if (prefixed.has(head)) return of(head).resolve(rest)
      return facts.find(({ path }) => path[0] === head)?.type ?? base.resolve([head, ...rest])
    },
    optionLabel([head = '', ...rest], key) {
      if (prefixed.has(head)) return of(head).optionLabel?.(rest, key)
      return words.fact(head, key) ?? base.optionLabel?.([head, ...rest], key)
    },
  }
}
