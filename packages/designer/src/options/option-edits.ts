import { makeKey } from '@pipewright/metadata'
import type { LocalizedText, Option } from '@pipewright/schemas'

const colors = ['blue', 'cyan', 'green', 'gold', 'orange', 'magenta', 'purple', 'red', 'gray'] as const

const colorAt = (position: number): NonNullable<Option['color']> => colors[position % colors.length] ?? 'gray'

/** New options at the end, each with the next colour and a key made from its label. */
export function addOptions(options: readonly Option[], labels: readonly LocalizedText[]): Option[] {
  const taken = new Set(options.map((option) => option.key))
  const added = labels.map((label, position) => {
    const key = makeKey(label, taken)
    taken.add(key)
    return { key, label, color: colorAt(options.length + position) }
  })
  return [...options, ...added]
}

/** Changes properties of one option; undefined takes one away. */
export function changeOption(
  options: readonly Option[],
  key: string,
  changes: { readonly [P in keyof Omit<Option, 'key'>]?: Option[P] | undefined },
): Option[] {
  return options.map((option) => {
    if (option.key !== key) return option
    const entries = Object.entries({ ...option, ...changes }).filter(([, value]) => value !== undefined)
    return Object.fromEntries(entries) as unknown as Option
  })
}

/** Puts an option before the one that stands at `to` now; past the end it becomes the last. */
export function moveOptionTo(options: readonly Option[], key: string, to: number): Option[] {
  const from = options.findIndex((option) => option.key === key)
  const option = options[from]
  if (option === undefined || to < 0 || to >= options.length) return [...options]
  const rest = options.filter((one) => one.key !== key)
  return [...rest.slice(0, to), option, ...rest.slice(to)]
}

export const moveOption = (options: readonly Option[], key: string, by: -1 | 1): Option[] =>
  moveOptionTo(options, key, options.findIndex((option) => option.key === key) + by)

export const removeOption = (options: readonly Option[], key: string): Option[] =>
  options.filter((option) => option.key !== key)

/** In the order of a dictionary of the language: Chinese by pinyin. */
export function sortOptions(options: readonly Option[], locale: 'en' | 'zh'): Option[] {
  const collator = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en', { numeric: true })
  const name = ({ label, key }: Option) => label[locale] ?? label.en ?? label.zh ?? key
  return options.toSorted((a, b) => collator.compare(name(a), name(b)))
}

/** One colour after the other, or none at all. */
export const paintOptions = (options: readonly Option[], painted: boolean): Option[] =>
  options.map((option, position) => {
    const { color: _, ...plain } = option
    return painted ? { ...plain, color: colorAt(position) } : plain
  })

/** An option that belongs to none of another field any more. */
export function withoutParents(option: Option): Option {
  const { parents: _, ...rest } = option
  return rest
}
