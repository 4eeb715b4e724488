import { listed, type UiLocale } from '@pipewright/ui'
import type { Text, TextKey } from '../../../texts/use-text.ts'

const words: Readonly<Record<string, TextKey>> = {
  columns: 'partColumns',
  filter: 'partFilter',
  sort: 'partSort',
  groupBy: 'partGroupBy',
  sums: 'partSums',
  table: 'partTable',
  lanes: 'partLanes',
  start: 'partTime',
  end: 'partTime',
  colorBy: 'partColor',
  picture: 'partPicture',
  place: 'partPlace',
  parent: 'partParent',
}

/** Parts of a view by the names that people know, each once. */
export const partWords = (text: Text, locale: UiLocale, parts: readonly string[]): string =>
  listed([...new Set(parts.map((part) => text(words[part] ?? 'partOther')))], locale)
