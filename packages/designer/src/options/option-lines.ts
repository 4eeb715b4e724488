import type { Option } from '@pipewright/schemas'
import { addOptions } from './option-edits.ts'

const nameOf = ({ label, key }: Option, locale: 'en' | 'zh'): string =>
  label[locale] ?? label.en ?? label.zh ?? key

/** The options as a list that can be edited as text: one name per line. */
export const linesOf = (options: readonly Option[], locale: 'en' | 'zh'): string =>
  options.map((option) => nameOf(option, locale)).join('\n')

/** Names as they come from a column of a spreadsheet: each once, without blanks around. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.replaceAll(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
  ),
]

/** The list as the text says it: names that were there keep their option, others become new ones, the rest goes. */
export function optionsOfLines(
  options: readonly Option[],
  text: string,
  locale: 'en' | 'zh',
): { readonly options: Option[]; readonly added: number; readonly removed: number } {
  const byName = new Map(options.map((option) => [nameOf(option, locale), option]))
  const names = namesIn(text)
  const fresh = names.filter((name) => !byName.has(name))
  // Keys of options that go are not given to new ones.
  const made = addOptions(
    options,
    fresh.map((name) => ({ [locale]: name })),
  ).slice(options.length)
  const newByName = new Map(fresh.map((name, position) => [name, made[position]]))
  const next = names.flatMap((name) => byName.get(name) ?? newByName.get(name) ?? [])
  return { options: next, added: fresh.length, removed: options.length - (next.length - fresh.length) }
}
