import { makeKey } from '@pipewright/metadata'
import type { LocalizedText, Option } from '@pipewright/schemas'

const colors = ['blue', 'cyan', 'green', 'gold', 'orange', 'magenta', 'purple', 'red', 'gray'] as const

/** A new option at the end with the next colour and a key made from its label. */
export function addOption(options: readonly Option[], label: LocalizedText): Option[] {
  const key = makeKey(label, new Set(options.map((option) => option.key)))
  const color = colors[options.length % colors.length] ?? 'gray'
  return [...options, { key, label, color }]
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

export function moveOption(options: readonly Option[], key: string, by: -1 | 1): Option[] {
  const from = options.findIndex((option) => option.key === key)
  const option = options[from]
  const to = from + by
  if (option === undefined || to < 0 || to >= options.length) return [...options]
  const rest = options.filter((one) => one.key !== key)
  return [...rest.slice(0, to), option, ...rest.slice(to)]
}

export const removeOption = (options: readonly Option[], key: string): Option[] =>
  options.filter((option) => option.key !== key)
