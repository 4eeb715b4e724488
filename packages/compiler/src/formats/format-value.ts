import { plainOfRich } from '@pipewright/logic'
import {
  isOther,
  localize,
  optionsByKey,
  otherText,
  peopleFormOf,
  scaleOf,
  valueTypeOf,
  type DefinitionIndex,
  type Locale,
} from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { formatDuration } from '../import/format-duration.ts'
import { findPhoneNumbers } from '../phone/phone-numbers.ts'
import { formatDateTime, formatPeriod } from './date-format.ts'
import { formatAmount, formatMoney, formatNumber, formatPercent } from './decimal-format.ts'

/** What a value needs besides itself to become words. */
export interface FormatPlace {
  readonly index: DefinitionIndex
  readonly locale: Locale
  readonly zone: string
  readonly title: (id: string) => string | undefined
  readonly words: {
    readonly yes: string
    readonly no: string
    readonly unknown: string
    readonly rows: (count: number) => string
    readonly files: (count: number) => string
  }
}

const currencyOf = (field: Field): string =>
  'currency' in field && field.currency !== undefined ? field.currency : 'CNY'
const unitOf = (field: Field, locale: Locale): string =>
  field.type === 'number' ? localize(field.unit, locale) : ''

function optionText(field: Field, key: string, place: FormatPlace): string {
  if (isOther(key)) return otherText(key)
  const option = optionsByKey(place.index.options(field)).get(key)
  return option === undefined ? key : localize(option.label, place.locale)
}

/** One value of a list: a record, person or department by name, an option by its label, a tag as it is. */
function elementText(field: Field, value: string, place: FormatPlace): string {
  if (field.type === 'relations' || peopleFormOf(field) !== undefined)
    return place.title(value) ?? place.words.unknown
  return field.type === 'tags' ? value : optionText(field, value, place)
}

function answerText(field: Field, value: boolean, place: FormatPlace): string {
  const own = field.type === 'yesNo' ? localize(value ? field.yes : field.no, place.locale) : ''
  return own || (value ? place.words.yes : place.words.no)
}

function textValue(field: Field, value: string, place: FormatPlace): string {
  const type = valueTypeOf(field)
  if (type === 'number') {
    const number = formatNumber(value, place.locale, scaleOf(field))
    const unit = unitOf(field, place.locale)
    return unit === '' ? number : `${number} ${unit}`
  }
  if (type === 'money') return formatMoney(value, place.locale, currencyOf(field), scaleOf(field))
  if (field.type === 'phone' && field.country !== undefined)
    return findPhoneNumbers()?.write(value, field.country) ?? value
  if (type === 'percent') return formatPercent(value, place.locale, scaleOf(field))
  if (type === 'date')
    return formatPeriod(value, field.type === 'date' ? field.precision : undefined, place.locale)
  if (type === 'dateTime') return formatDateTime(value, place.locale, place.zone)
  if (field.type === 'time') return field.seconds === true ? value : value.slice(0, 5)
  if (field.type === 'duration') return formatDuration(value, field.unit ?? 'minutes', place.locale)
  if (field.type === 'rating') return `${value} / ${field.max ?? 5}`
  if (type === 'richText') return plainOfRich(value)
  if (type === 'choice') return optionText(field, value, place)
  if (type === 'relation' || type === 'relations' || peopleFormOf({ ...field, type } as Field) !== undefined)
    return place.title(value) ?? place.words.unknown
  return value
}

/** A value of several parts in one line. */
function wholeText(field: Field, value: Readonly<Record<string, unknown>>, place: FormatPlace): string {
  const { start, end, text, form, id } = value
  if (field.type === 'anyRelation') {
    const name = localize(place.index.form(String(form))?.label, place.locale)
    return `${name}: ${place.title(String(id)) ?? place.words.unknown}`
  }
  if (field.type === 'dateRange' && typeof start === 'string' && typeof end === 'string')
    return [start, end].map((day) => formatPeriod(day, undefined, place.locale)).join(' – ')
  const { amount, currency } = value
  if (field.type === 'foreignMoney' && typeof amount === 'string' && typeof currency === 'string')
    return formatAmount(amount, place.locale, currency, scaleOf(field))
  return typeof text === 'string' ? text : ''
}

/** A value in the reader's words; "" when it is empty. */
export function formatValue(field: Field, value: unknown, place: FormatPlace): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return answerText(field, value, place)
  if (Array.isArray(value)) {
    if (field.type === 'lineItems') return place.words.rows(value.length)
    if (field.type === 'attachment') return place.words.files(value.length)
    const texts = value.map((element) => elementText(field, String(element), place))
    return texts.join(place.locale === 'zh' ? '、' : ', ')
  }
  return typeof value === 'object'
    ? wholeText(field, value as Readonly<Record<string, unknown>>, place)
    : textValue(field, String(value), place)
}
