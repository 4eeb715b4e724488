/** What a value is. Money, percent and number are all `number`: exact decimals. A relation or member is `record`. */
export type ValueType =
  /**
   * `rich`: kept as HTML; expressions see the plain text of it. `whole`: a value of several parts in one text, which
   * only a field of that type can take over. `made`: written by a function in another way than fields are read, so
   * that only parts such as this one can be compared with those of a field.
   */
  | { readonly kind: 'text'; readonly rich?: true; readonly whole?: Whole; readonly made?: string }
  | { readonly kind: 'number' | 'boolean' | 'date' | 'dateTime' | 'time' | 'null' | 'any' }
  | { readonly kind: 'list'; readonly of: ValueType }
  | { readonly kind: 'record'; readonly form: string }

/** Types of fields whose values have several parts. */
export type Whole = 'address' | 'dateRange' | 'location' | 'foreignMoney' | 'anyRelation'

export type ValueKind = ValueType['kind']

/** Form name that `$me`, `owner` and member fields carry as `record` type. */
export const MEMBER_FORM = '_member'
/** Form name that `$department` and department fields carry as `record` type. */
export const DEPARTMENT_FORM = '_department'

export const ANY: ValueType = { kind: 'any' }
export const NULL: ValueType = { kind: 'null' }
export const TEXT: ValueType = { kind: 'text' }
export const RICH_TEXT: ValueType = { kind: 'text', rich: true }
export const NUMBER: ValueType = { kind: 'number' }
export const BOOLEAN: ValueType = { kind: 'boolean' }
export const DATE: ValueType = { kind: 'date' }
export const DATE_TIME: ValueType = { kind: 'dateTime' }
export const TIME: ValueType = { kind: 'time' }
export function wholeOf(whole: Whole): ValueType {
  return { kind: 'text', whole }
}
/** What a function makes for a field of several parts, where it is not written as the field is read. */
export function madeWhole(whole: Whole, part: string): ValueType {
  return { kind: 'text', whole, made: part }
}
export function listOf(of: ValueType): ValueType {
  return { kind: 'list', of }
}
export function recordOf(form: string): ValueType {
  return { kind: 'record', form }
}

/** A value of `actual` may stand where `wanted` is asked for. */
export function fits(actual: ValueType, wanted: ValueType): boolean {
  if (actual.kind === 'any' || wanted.kind === 'any' || actual.kind === 'null') return true
  if (actual.kind === 'list' && wanted.kind === 'list') return fits(actual.of, wanted.of)
  if (actual.kind === 'record' && wanted.kind === 'record') return actual.form === wanted.form
  return actual.kind === wanted.kind
}

type TextType = Extract<ValueType, { readonly kind: 'text' }>

function commonText(a: TextType, b: TextType): ValueType {
  const common = a.whole === b.whole ? a : TEXT
  const made = a.made ?? b.made
  return made === undefined ? common : { ...common, kind: 'text', made }
}

/** The one type that both fit, or undefined. */
export function commonType(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind === 'null') return b
  if (b.kind === 'null') return a
  if (a.kind === 'any' || b.kind === 'any') return ANY
  if (a.kind === 'list' && b.kind === 'list') {
    const of = commonType(a.of, b.of)
    return of && listOf(of)
  }
  if (a.kind === 'text' && b.kind === 'text') return commonText(a, b)
  return fits(a, b) ? a : undefined
}

/**
 * Whether a value can be taken over as a whole: one of several parts is made of parts, or another of its type. A record
 * of any form is also written as a text.
 */
export function isWhole(actual: ValueType, wanted: ValueType): boolean {
  if (wanted.kind !== 'text' || wanted.whole === undefined || actual.kind !== 'text') return true
  if (wanted.whole === 'anyRelation' && actual.whole === undefined) return true
  return actual.whole === wanted.whole
}

/** Name of a type in problem parameters: `number`, `list of text`, `record account`. */
export function typeName(type: ValueType): string {
  if (type.kind === 'list') return `list of ${typeName(type.of)}`
  return type.kind === 'record' ? `record ${type.form}` : type.kind
}
