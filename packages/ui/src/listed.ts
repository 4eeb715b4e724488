import type { UiLocale } from './ui-locale.ts'

const between = {
  names: { en: ', ', zh: '、' },
  parts: { en: ', ', zh: '，' },
  sentences: { en: '; ', zh: '；' },
} as const

/** Things beside each other as a language sets them: like ones (names), what belongs to one thing (parts), or sentences. */
export const listed = (
  items: readonly (string | number)[],
  locale: UiLocale,
  kind: keyof typeof between = 'names',
): string => items.join(between[kind][locale])
