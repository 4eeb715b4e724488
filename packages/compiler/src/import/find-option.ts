import type { Option } from '@pipewright/schemas'
import { localize, optionsByKey } from '@pipewright/metadata'
import { foldWords } from './fold-words.ts'

/** How other systems call the end of a deal, where ours has one option with that outcome. */
const outcomes: Readonly<Record<'won' | 'lost', ReadonlySet<string>>> = {
  won: new Set(['won', 'closed won', 'closed-won', 'closedwon', '赢单', '已赢单', '成交', '已成交']),
  lost: new Set(['lost', 'closed lost', 'closed-lost', 'closedlost', '输单', '已输单', '丢单', '已丢单']),
}

const labelled = new WeakMap<readonly Option[], ReadonlyMap<string, readonly Option[]>>()

/** Options by each of their labels, folded; made once per list, for tables of many rows and lists of many options. */
function byLabel(options: readonly Option[]): ReadonlyMap<string, readonly Option[]> {
  const known = labelled.get(options)
  if (known !== undefined) return known
  const found = new Map<string, Option[]>()
  for (const option of options) {
    const words = [option.label.en, option.label.zh].flatMap((text) => (text ? [foldWords(text)] : []))
    for (const word of new Set(words)) {
      const same = found.get(word)
      if (same === undefined) found.set(word, [option])
      else same.push(option)
    }
  }
  labelled.set(options, found)
  return found
}

function byOutcome(options: readonly Option[], folded: string): Option | undefined {
  for (const outcome of ['won', 'lost'] as const) {
    if (!outcomes[outcome].has(folded)) continue
    const fitting = options.filter((option) => option.outcome === outcome && option.inactive !== true)
    if (fitting.length === 1) return fitting[0]
  }
  return undefined
}

/** The option that a text names: by key, by a label in either language, by outcome. Options in use go first. */
export function findOption(options: readonly Option[], text: string): Option | 'none' | 'many' {
  const folded = foldWords(text)
  const keys = optionsByKey(options)
  const own = keys.get(text) ?? keys.get(folded)
  if (own !== undefined) return own
  const same = byLabel(options).get(folded) ?? []
  const active = same.filter(({ inactive }) => inactive !== true)
  const fitting = active.length > 0 ? active : same
  if (fitting.length > 1) return 'many'
  return fitting[0] ?? byOutcome(options, folded) ?? 'none'
}

/** The label of an option, or its key where the label would not lead back to it. */
export function optionText(options: readonly Option[], key: string, locale: 'en' | 'zh'): string {
  const label = localize(optionsByKey(options).get(key)?.label, locale)
  const back = label === '' ? 'none' : findOption(options, label)
  return typeof back === 'object' && back.key === key ? label : key
}
