import type { Option } from '@pipewright/schemas'
import { localize } from '@pipewright/metadata'
import { foldWords } from './fold-words.ts'

/** How other systems call the end of a deal, where ours has one option with that outcome. */
const outcomes: Readonly<Record<'won' | 'lost', ReadonlySet<string>>> = {
  won: new Set(['won', 'closed won', 'closed-won', 'closedwon', '赢单', '已赢单', '成交', '已成交']),
  lost: new Set(['lost', 'closed lost', 'closed-lost', 'closedlost', '输单', '已输单', '丢单', '已丢单']),
}

const labelsOf = ({ label }: Option): string[] =>
  [label.en, label.zh].flatMap((text) => (text ? [foldWords(text)] : []))

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
  const own = options.find(({ key }) => key === text) ?? options.find(({ key }) => key === folded)
  if (own !== undefined) return own
  const labelled = options.filter((option) => labelsOf(option).includes(folded))
  const active = labelled.filter(({ inactive }) => inactive !== true)
  const fitting = active.length > 0 ? active : labelled
  if (fitting.length > 1) return 'many'
  return fitting[0] ?? byOutcome(options, folded) ?? 'none'
}

/** The label of an option, or its key where the label would not lead back to it. */
export function optionText(options: readonly Option[], key: string, locale: 'en' | 'zh'): string {
  const option = options.find((candidate) => candidate.key === key)
  const label = localize(option?.label, locale)
  const back = label === '' ? 'none' : findOption(options, label)
  return typeof back === 'object' && back.key === key ? label : key
}
