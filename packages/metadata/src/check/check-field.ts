import type { Field, LineItemsField } from '@pipewright/schemas'
import { numberParts, numberRepeats } from '../auto-number.ts'
import { isCountry } from '../countries.ts'
import { isCalculated } from '../calculated.ts'
import { specOf } from '../field-types/index.ts'
import { mostFilesOf } from '../file-types.ts'
import { patternProblem } from '#pattern-engine'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'
import { checkDefault } from './check-default.ts'
import { compareDecimals } from './compare-decimals.ts'
import { checkUniqueItems, checkUniqueKeys } from './check-unique.ts'

function checkBounds(field: Field, at: readonly Segment[]): Problem[] {
  const problems: Problem[] = []
  const add = (name: string, min: number | string, max: number | string): void => {
    const params = { min: String(min), max: String(max) }
    problems.push(problem('min-above-max', toPointer([...at, name]), params))
  }
  if ('min' in field && 'max' in field && field.min !== undefined && field.max !== undefined)
    if (compareDecimals(field.min, field.max) > 0) add('min', field.min, field.max)
  if ('minLength' in field && field.minLength !== undefined)
    if (field.maxLength !== undefined && field.minLength > field.maxLength)
      add('minLength', field.minLength, field.maxLength)
  if (field.type === 'multiChoice' && field.minChosen !== undefined && field.maxChosen !== undefined)
    if (field.minChosen > field.maxChosen) add('minChosen', field.minChosen, field.maxChosen)
  if (field.type === 'lineItems' && field.minRows !== undefined && field.maxRows !== undefined)
    if (field.minRows > field.maxRows) add('minRows', field.minRows, field.maxRows)
  if (field.type === 'attachment' && field.minFiles !== undefined && field.minFiles > mostFilesOf(field))
    add('minFiles', field.minFiles, mostFilesOf(field))
  return problems
}

const isRelative = (limit: string): boolean => limit.startsWith('today')
const daysFrom = (limit: string): number => Number(limit.slice('today'.length) || 0)
const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Days of the calendar, the first not after the last; a fixed one and one counted from today are not compared. */
function checkDays(field: Field, at: readonly Segment[]): Problem[] {
  if (field.type !== 'date' && field.type !== 'dateTime' && field.type !== 'dateRange') return []
  const { earliest, latest } = field
  const wrong = (['earliest', 'latest'] as const).flatMap((name) => {
    const limit = field[name]
    const exists = limit === undefined || isRelative(limit) || isDay(limit)
    return exists ? [] : [problem('no-such-day', toPointer([...at, name]), { value: limit })]
  })
  if (wrong.length > 0 || earliest === undefined || latest === undefined) return wrong
  if (isRelative(earliest) !== isRelative(latest)) return []
  const inOrder = isRelative(earliest) ? daysFrom(earliest) <= daysFrom(latest) : earliest <= latest
  return inOrder
    ? []
    : [problem('min-above-max', toPointer([...at, 'earliest']), { min: earliest, max: latest })]
}

function checkDigits(field: Field, at: readonly Segment[]): Problem[] {
  if (field.type !== 'number' && field.type !== 'money' && field.type !== 'percent') return []
  const scale = field.scale ?? 2
  return (['min', 'max', 'step', 'default'] as const).flatMap((name) => {
    const value = name === 'step' && field.type === 'money' ? undefined : field[name as 'min']
    const digits = typeof value === 'string' ? (value.split('.')[1]?.length ?? 0) : 0
    if (digits <= scale) return []
    return [problem('too-many-digits', toPointer([...at, name]), { value: String(value), scale })]
  })
}

function checkPattern(field: Field, at: readonly Segment[]): Problem[] {
  if (field.type !== 'text') return []
  if (field.pattern === undefined)
    return field.format === 'pattern'
      ? [problem('pattern-missing', toPointer([...at, 'pattern']), { field: field.label })]
      : []
  const reason = patternProblem(field.pattern)
  if (reason === undefined) return []
  return [problem('bad-pattern', toPointer([...at, 'pattern']), { field: field.label, reason })]
}

function checkOptions(field: Field, at: readonly Segment[]): Problem[] {
  if (field.type !== 'choice' && field.type !== 'multiChoice') return []
  const pointer = toPointer(at)
  const own = field.options ?? []
  if (field.optionSet !== undefined)
    return field.options === undefined ? [] : [problem('options-twice', pointer, { field: field.label })]
  if (own.length === 0) return [problem('options-missing', pointer, { field: field.label })]
  return checkUniqueKeys(own, [...at, 'options'])
}

function checkCalculated(field: Field, at: readonly Segment[]): Problem[] {
  if (!isCalculated(field)) return []
  const problems: Problem[] = []
  if (field.resultType === 'money' && field.currency === undefined)
    problems.push(problem('currency-missing', toPointer(at), { field: field.label }))
  if (field.type === 'rollup' && field.function !== 'count' && field.field === undefined)
    problems.push(problem('field-missing', toPointer(at), { function: field.function }))
  return problems
}

function checkNumber(field: Field, at: readonly Segment[]): Problem[] {
  if (field.type !== 'autoNumber') return []
  const counters = numberParts(field).filter(({ type }) => type === 'counter').length
  const params = { field: field.label }
  return [
    ...(counters === 1 ? [] : [problem('counter-missing', toPointer([...at, 'parts']), params)]),
    ...(field.parts !== undefined && numberRepeats(field)
      ? [problem('number-repeats', toPointer([...at, 'period']), params)]
      : []),
    ...(field.period === 'field' && field.periodField === undefined
      ? [problem('field-missing', toPointer([...at, 'periodField']), { function: 'autoNumber' })]
      : []),
  ]
}

function checkRelation(field: Field, at: readonly Segment[]): Problem[] {
  const isRelation = field.type === 'relation' || field.type === 'relations'
  const clears = isRelation && field.onDelete === 'clear' && field.required === true
  return clears
    ? [problem('must-be-required-or-clear', toPointer([...at, 'onDelete']), { field: field.label })]
    : []
}

function checkCountry(field: Field, at: readonly Segment[]): Problem[] {
  if (!('country' in field) || field.country === undefined || isCountry(field.country)) return []
  return [problem('unknown-country', toPointer([...at, 'country']), { code: field.country })]
}

/** Names of what such a value says besides the record of each form. */
const valueNames = new Set(['form', 'id', 'text'])

/** PostgreSQL cuts longer names off without a word. */
const longestName = 63

/** Every form once, and none whose key is the name of something else in the value. */
function checkTargets(field: Field, at: readonly Segment[]): Problem[] {
  if (field.type !== 'anyRelation') return []
  const seen = new Set<string>()
  return field.targets.flatMap(({ form: key }, position) => {
    const pointer = toPointer([...at, 'targets', position, 'form'])
    const column = `${field.key}_${key}`
    if (column.length > longestName) return [problem('column-name-too-long', pointer, { column })]
    if (valueNames.has(key)) return [problem('reserved-key', pointer, { key })]
    if (seen.has(key)) return [problem('duplicate-key', pointer, { key })]
    seen.add(key)
    return []
  })
}

/** What a field must hold to by itself, whatever stands around it. */
export function checkField(field: Field, at: readonly Segment[], isColumn = false): Problem[] {
  return [
    ...checkBounds(field, at),
    ...checkDays(field, at),
    ...checkDigits(field, at),
    ...checkPattern(field, at),
    ...checkOptions(field, at),
    ...checkDefault(field, at),
    ...checkCalculated(field, at),
    ...checkNumber(field, at),
    ...checkRelation(field, at),
    ...checkTargets(field, at),
    ...checkCountry(field, at),
    ...checkLabel(field, at),
    ...checkColumns(field, at, isColumn),
  ]
}

function checkLabel({ label, key }: Field, at: readonly Segment[]): Problem[] {
  const isNamed = Boolean(label.en) || Boolean(label.zh)
  return isNamed ? [] : [problem('no-label', toPointer([...at, 'label']), { key })]
}

function checkColumns(field: Field, at: readonly Segment[], isColumn: boolean): Problem[] {
  if (field.type !== 'lineItems') return []
  return [
    ...checkTotals(field, at),
    ...checkUniqueKeys(field.uniqueness, [...at, 'uniqueness']),
    ...(field.uniqueness ?? []).flatMap(({ fields }, position) =>
      checkUniqueItems(fields, [...at, 'uniqueness', position, 'fields']),
    ),
    ...checkEachColumn(field, at, isColumn),
  ]
}

/** Each total is of a column, and of one only once. */
function checkTotals(field: LineItemsField, at: readonly Segment[]): Problem[] {
  const known = new Set(field.fields.map(({ key }) => key))
  return (field.totals ?? []).flatMap((total, position) => {
    if (known.delete(total.field)) return []
    const params = { path: total.field, form: field.key }
    return [problem('unknown-field', toPointer([...at, 'totals', position, 'field']), params)]
  })
}

/** Rows stand in rows, but not in rows of rows. */
function checkEachColumn(field: LineItemsField, at: readonly Segment[], isColumn: boolean): Problem[] {
  return field.fields.flatMap((column, position) => {
    const here = [...at, 'fields', position]
    if ((column.type === 'relation' || column.type === 'anyRelation') && column.onDelete === 'delete')
      return [problem('delete-in-line-items', toPointer([...here, 'onDelete']), { field: column.label })]
    if (column.type === 'lineItems' && isColumn)
      return [problem('nested-too-deep', toPointer(here), { field: column.label, table: field.label })]
    if (specOf(column).canBeColumn) return checkField(column, here, true)
    const params = { field: column.label, type: column.type }
    return [problem('not-in-line-items', toPointer(here), params)]
  })
}
