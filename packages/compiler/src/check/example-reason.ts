import { explainExample, type ExampleFault, type Locale, type Value } from '@pipewright/logic'
import { localize, resolveVariable, type DefinitionIndex, type VariableScope } from '@pipewright/metadata'
import type { Field, LocalizedText } from '@pipewright/schemas'

const words = {
  en: { empty: 'nothing', yes: 'yes', no: 'no', between: ', ', text: (text: string) => `“${text}”` },
  zh: { empty: '空', yes: '是', no: '否', between: '、', text: (text: string) => `“${text}”` },
}

const longest = 60
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** A value in words: options by their names, texts in quotes, all others as they are written. */
function tell(index: DefinitionIndex, field: Field | undefined, value: Value, locale: Locale): string {
  const { empty, yes, no, between, text } = words[locale]
  if (value === null || value === '') return empty
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) {
    const items = value as readonly Value[]
    return items.length === 0 ? empty : cut(items.map((one) => tell(index, field, one, locale)).join(between))
  }
  if (typeof value !== 'string') return String(value)
  const option = field && index.options(field).find(({ key }) => key === value)
  const isPlain = /^[-\d][-\d.:TZ]*$/.test(value)
  return option !== undefined ? text(localize(option.label, locale)) : isPlain ? value : text(cut(value))
}

export interface RedRow {
  readonly scope: VariableScope
  /** The field whose value comes out. */
  readonly field: Field | undefined
  readonly fault: ExampleFault
  /** Set where a row has several results. */
  readonly named?: boolean
}

function fieldName(index: DefinitionIndex, scope: VariableScope, name: string, locale: Locale): string {
  const variable = resolveVariable(scope, name)
  const field = typeof variable === 'string' ? undefined : index.field(variable.from, variable.path)?.field
  return localize(field?.label, locale) || name
}

/** Why a row is red, in both languages. */
export function exampleReason(index: DefinitionIndex, { scope, field, fault, named }: RedRow): LocalizedText {
  const say = (locale: Locale): string => {
    const sentence = explainExample(fault, locale, {
      value: (value) => tell(index, field, value, locale),
      field: (name) => fieldName(index, scope, name, locale),
    })
    if (named !== true) return sentence
    const name = words[locale].text(localize(field?.label, locale))
    return locale === 'zh' ? `${name}：${sentence}` : `${name}: ${sentence}`
  }
  return { en: say('en'), zh: say('zh') }
}
