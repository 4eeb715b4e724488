import type { TextField } from '@pipewright/schemas'
import { matchesPattern } from '@pipewright/metadata'
import { checkText } from './plain-text.ts'
import { isResidentId } from './resident-id.ts'
import type { Checked, CheckPlace, ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** A line of text without a limit of its own still fits an index entry. */
export const longestLine = 500

type Format = NonNullable<TextField['format']>

const unsaid = { en: 'This does not have the expected form.', zh: '格式不正确。' }

/** What the text has to look like, on what is left after trimming. */
const formats: Readonly<Record<Format, (field: TextField, text: string, place: CheckPlace) => Checked>> = {
  plain: (_field, text) => accept(text),
  idCard(_field, text, place) {
    const id = text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
    return isResidentId(id) ? accept(id) : refuse(place, 'bad-id-card')
  },
  postcode(_field, text, place) {
    const code = text.normalize('NFKC').replaceAll(/\s/gu, '')
    return /^\d{6}$/.test(code) ? accept(code) : refuse(place, 'bad-postcode')
  },
  scan: (_field, text) => accept(text),
  pattern({ pattern = '', patternMessage = unsaid }, text, place) {
    if (matchesPattern(pattern, text)) return accept(text)
    const { en = patternMessage.zh ?? unsaid.en, zh = patternMessage.en ?? unsaid.zh } = patternMessage
    return refuse(place, 'not-in-pattern', { text_en: en, text_zh: zh })
  },
}

/** Scanners bring marks along that nobody sees and no search would find. */
const withoutMarks = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/\p{Cc}/gu, '') : value

export const text: ValueChecker<TextField> = (field, value, place) => {
  const given = field.format === 'scan' ? withoutMarks(value) : value
  const checked = checkText(given, place, { min: field.minLength, max: field.maxLength ?? longestLine })
  if (!checked.ok || typeof checked.value !== 'string') return checked
  return formats[field.format ?? 'plain'](field, checked.value, place)
}
