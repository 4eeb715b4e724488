import { plainOfRich } from '@pipewright/logic'
import type { RichTextField } from '@pipewright/schemas'
import { sanitizeRichText } from '../../rich-text/rich-text.ts'
import { lengthOf } from './plain-text.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** Letters of HTML, formatting included. */
export const longestRichText = 1_000_000

/** HTML as it is kept: cleaned by the allow-list, whoever wrote it; without any text it is empty. */
export const richText: ValueChecker<RichTextField> = (field, value, place) => {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'text' })
  if (value.length > longestRichText) return refuse(place, 'too-long', { max: longestRichText })
  if (!value.isWellFormed() || value.includes('\0')) return refuse(place, 'bad-characters')
  const html = sanitizeRichText(value)
  const plain = plainOfRich(html)
  if (plain.trim() === '') return accept(null)
  if (html.length > longestRichText) return refuse(place, 'too-long', { max: longestRichText })
  if (field.maxLength !== undefined && lengthOf(plain) > field.maxLength)
    return refuse(place, 'too-long', { max: field.maxLength })
  return accept(html)
}
