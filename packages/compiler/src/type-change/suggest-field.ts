import { digitsAfterPoint } from '@pipewright/logic'
import { fieldOfType, makeKey } from '@pipewright/metadata'
import type { Field, Option } from '@pipewright/schemas'
import { foldWords } from '../import/fold-words.ts'
import { readNumber } from '../import/read-number.ts'
import type { ConversionReading } from './convert-value.ts'

/** More different texts than this are no list to choose from. */
export const mostSuggested = 100

const longestLabel = 200
const mostDigits = 6

/** One option per different text, in the order in which they come. */
function optionsFrom(texts: readonly string[]): Option[] | undefined {
  const labels = new Map<string, string>()
  for (const text of texts) {
    const folded = foldWords(text)
    if (folded !== '' && !labels.has(folded)) labels.set(folded, text.trim())
  }
  const found = [...labels.values()]
  if (found.length === 0 || found.length > mostSuggested || found.some((text) => text.length > longestLabel))
    return undefined
  const taken = new Set<string>()
  return found.map((text) => {
    const key = makeKey(text, taken)
    taken.add(key)
    return { key, label: /\p{Script=Han}/u.test(text) ? { zh: text } : { en: text } }
  })
}

function digitsIn(texts: readonly string[], { decimal }: ConversionReading): number {
  const digits = texts.map((text) => digitsAfterPoint(readNumber(text, decimal) ?? '0'))
  return Math.min(Math.max(0, ...digits), mostDigits)
}

/**
 * The field that a text becomes, made so that its values fit: options of the texts that are there, digits after the point
 * as many as they have. `texts` of a relation to any of several forms: those forms, the most named first.
 */
export function suggestField(
  old: Field,
  type: Field['type'],
  texts: readonly string[],
  reading: ConversionReading,
  currency?: string,
): Field {
  const made = fieldOfType(old, type, currency === undefined ? {} : { currency })
  if (old.type === 'anyRelation' && made.type === 'relation') {
    const target = old.targets.find(({ form }) => form === texts[0])
    return target === undefined ? made : { ...made, ...target }
  }
  if (old.type !== 'text') return made
  if (made.type === 'choice') {
    const options = optionsFrom(texts)
    return options === undefined ? made : { ...made, options }
  }
  if (made.type === 'number' || made.type === 'money' || made.type === 'percent')
    return { ...made, scale: Math.max(digitsIn(texts, reading), made.type === 'money' ? 2 : 0) }
  return made
}
