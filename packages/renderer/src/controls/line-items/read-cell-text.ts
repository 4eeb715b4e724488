import type { JsonValue, Person } from '@pipewright/contract'
import {
  readAddress,
  readClock,
  readDuration,
  readLocation,
  readPeriod,
  readRange,
  richOfPlain,
} from '@pipewright/compiler'
import { isOther, otherValue, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { readForeign } from '../read-foreign.ts'
import { readDecimalInput } from '../../formats/decimal-input.ts'

export interface ReadPlace {
  readonly index: DefinitionIndex
  readonly locale: Locale
  readonly people: readonly Person[]
}

const yes = new Set(['yes', 'y', 'true', '1', '是', '✓', '√'])
const no = new Set(['no', 'n', 'false', '0', '否'])
const day = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/

function readDay(text: string): string {
  const match = day.exec(text)
  if (match === null) return text
  const [, year = '', month = '', date = ''] = match
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

function readOption(field: Field, text: string, place: ReadPlace): string {
  const wanted = text.toLowerCase()
  const option = place.index
    .options(field)
    .find(
      (candidate) =>
        candidate.key === text ||
        [candidate.label.en, candidate.label.zh].some((label) => label?.toLowerCase() === wanted),
    )
  if (option !== undefined) return option.key
  return 'other' in field && field.other === true && !isOther(text) ? otherValue(text) : text
}

/**
 * Pasted text as a value of a column. What cannot be read stays as it was typed, so that the check names it; undefined
 * for columns that text cannot fill.
 */
export function readCellText(field: Field, text: string, place: ReadPlace): JsonValue | undefined {
  if (text === '') return null
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent':
      return readDecimalInput(text) ?? text
    case 'rating':
      return readDecimalInput(text) ?? text
    case 'time':
      return readClock(text) ?? text
    case 'duration':
      return readDuration(text, field.unit ?? 'minutes') ?? text
    case 'date':
      if (field.precision === 'month' || field.precision === 'year')
        return readPeriod(text, field.precision, 'YMD') ?? text
      return readDay(text)
    case 'yesNo':
      return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : null
    case 'choice':
      return readOption(field, text, place)
    case 'multiChoice':
      return text.split(/[,，、;；]\s*/).map((part) => readOption(field, part, place))
    case 'member':
      return place.people.find((person) => person.name === text)?.id ?? null
    case 'members': {
      const names = text.split(/[,，、;；]\s*/)
      return names.flatMap((name) => place.people.find((person) => person.name === name)?.id ?? [])
    }
    case 'tags':
      return text.split(/[,，、;；]\s*/).filter((tag) => tag !== '')
    case 'address':
      return { ...readAddress(text, field.country ?? 'CN'), text } as JsonValue
    case 'foreignMoney':
      return readForeign(field, text)
    case 'dateRange':
      return (readRange(text, 'YMD') ?? { start: text, end: null, text }) as JsonValue
    case 'location':
      return (readLocation(text) ?? { latitude: null, longitude: null, label: text, text }) as JsonValue
    case 'richText':
      return richOfPlain(text)
    case 'text':
    case 'longText':
    case 'email':
    case 'phone':
    case 'url':
      return text
    default:
      return undefined
  }
}
