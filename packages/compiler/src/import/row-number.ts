import { localize } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'

const words = { en: 'row', zh: '行号' } as const

/** Heads the column of a table that says in which row, counted from 1, the rows inside rows stand. */
export function rowNumberHeader({ label, key }: LineItemsField, locale: 'en' | 'zh'): string {
  const name = localize(label, locale) || key
  return locale === 'zh' ? `${name}${words.zh}` : `${name} ${words.en}`
}
