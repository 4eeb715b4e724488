import type { Expression, LocalizedText, QuickFilter, RowColor } from '@pipewright/schemas'
import { paletteColors } from '@pipewright/ui'

const most = { colors: 10, quick: 12 }

type Loose = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A condition as far as it can be told without the language; one that says nothing holds for no row. */
const asCondition = (value: unknown): Expression | undefined =>
  typeof value === 'boolean' || isObject(value) ? (value as Expression) : undefined

function asWords(value: unknown): LocalizedText | undefined {
  if (!isObject(value)) return undefined
  const words = Object.fromEntries(
    (['en', 'zh'] as const).flatMap((locale) => {
      const text = value[locale]
      return typeof text === 'string' && text !== '' ? [[locale, text.slice(0, 2000)]] : []
    }),
  )
  return Object.keys(words).length === 0 ? undefined : words
}

/** Colours of rows out of an address. */
export function readRowColors(value: unknown): RowColor[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value
    .filter(isObject)
    .flatMap(({ when, color, label }): RowColor[] => {
      const [condition, words] = [asCondition(when), asWords(label)]
      const known = paletteColors.find((one) => one === color)
      return condition === undefined || words === undefined || known === undefined
        ? []
        : [{ when: condition, color: known, label: words }]
    })
    .slice(0, most.colors)
}

/** Quick filters out of an address. */
export function readQuickFilters(value: unknown): QuickFilter[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value
    .filter(isObject)
    .flatMap(({ field, label, filter }): QuickFilter[] => {
      if (typeof field === 'string') return [{ field }]
      const [condition, words] = [asCondition(filter), asWords(label)]
      return condition === undefined || words === undefined ? [] : [{ label: words, filter: condition }]
    })
    .slice(0, most.quick)
}
