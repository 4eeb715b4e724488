import { diffWordsWithSpace } from 'diff'
import type { Locale } from '@pipewright/metadata'

export interface TextPart {
  /** Where it stands among the parts. */
  readonly at: number
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** So long it may take; texts that differ in almost everything are better read side by side. */
const patience = 300

/** Two texts as one, word by word, Chinese words too; null where that says less than both beside each other. */
export function textDifference(old: string, now: string, locale: Locale): readonly TextPart[] | null {
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  const parts = diffWordsWithSpace(old, now, { intlSegmenter, timeout: patience })
  if (parts === undefined) return null
  const same = parts.reduce(
    (sum, { added, removed, value }) => (added || removed ? sum : sum + value.length),
    0,
  )
  if (same * 4 < Math.max(old.length, now.length)) return null
  return parts.map(({ added, removed, value }, at) => ({
    at,
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
