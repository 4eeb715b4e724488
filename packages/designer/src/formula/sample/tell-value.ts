import type { Value, ValueType } from '@pipewright/logic'
import type { Locale } from '@pipewright/metadata'

export interface Telling {
  readonly locale: Locale
  readonly zone: string
  readonly title: (id: string) => string | undefined
  readonly words: {
    readonly yes: string
    readonly no: string
    readonly empty: string
    readonly record: string
    readonly notReached: string
  }
}

const shown = 8

function tellText(text: string, type: ValueType, { locale, zone, title, words }: Telling): string {
  if (type.kind === 'record') return title(text) ?? words.record
  const language = locale === 'zh' ? 'zh-CN' : 'en-US'
  if (type.kind === 'number' && /^-?\d+(\.\d+)?$/.test(text))
    return new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(text as `${number}`)
  if (type.kind === 'dateTime' && !Number.isNaN(Date.parse(text)))
    return new Intl.DateTimeFormat(language, {
      timeZone: zone,
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(new Date(text))
  return type.kind === 'text' || type.kind === 'any' ? `“${text}”` : text
}

/** A value of a formula in words; undefined stands for a part that was not reached. */
export function tellValue(value: Value | undefined, type: ValueType, telling: Telling): string {
  const { words } = telling
  if (value === undefined) return words.notReached
  if (value === null || value === '') return words.empty
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return tellText(String(value), { kind: 'number' }, telling)
  if (typeof value === 'string') return tellText(value, type, telling)
  if (!Array.isArray(value)) return words.record
  const items = value as readonly Value[]
  if (items.length === 0) return words.empty
  const of: ValueType = type.kind === 'list' ? type.of : { kind: 'any' }
  const told = items.slice(0, shown).map((item) => tellValue(item, of, telling))
  return `[${[...told, ...(items.length > shown ? [`… ${items.length}`] : [])].join(', ')}]`
}
