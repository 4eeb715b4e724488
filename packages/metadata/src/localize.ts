import type { LocalizedText } from '@pipewright/schemas'

export type Locale = 'en' | 'zh'

/** The text in the wanted language, else in the other one, else "". */
export function localize(text: LocalizedText | undefined, locale: Locale): string {
  const other = locale === 'en' ? 'zh' : 'en'
  return text?.[locale] || text?.[other] || ''
}
