import type { LocalizedText } from '@pipewright/schemas'

/** "Site visit" → "Site visits"; longer names, whose last word is seldom the thing itself, and plurals stay. */
function plural(word: string): string {
  if (word.trim().split(/\s+/).length > 2) return word
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`
  if (/(x|ch|sh)$/i.test(word)) return `${word}es`
  return /[a-rt-z]$/i.test(word) ? `${word}s` : word
}

/** How many records of a new form are called, until its builder says otherwise. */
export const pluralLabel = (label: LocalizedText): LocalizedText =>
  label.en === undefined ? label : { ...label, en: plural(label.en) }
