import { fits } from '@pipewright/logic'
import {
  localize,
  resultLooks,
  systemFields,
  type DefinitionIndex,
  type Locale,
  type Place,
} from '@pipewright/metadata'
import type { Expression, Field, LookupField, RecordMatch, RecordSearch } from '@pipewright/schemas'
import { expressionType } from '../scope/expression-scope.ts'
import type { FieldChanges } from './sheets/sheet.ts'

export type MatchOperator = RecordMatch['operator']

const ordered: ReadonlySet<string> = new Set(['number', 'date', 'dateTime', 'time'])

/** How a field of the records can be compared. */
export function matchOperators(field: Field | undefined): readonly MatchOperator[] {
  if (field !== undefined && expressionType(field).kind === 'list') return ['eq', 'isEmpty', 'notEmpty']
  const plain = ['eq', 'ne', 'isEmpty', 'notEmpty'] as const
  const isOrdered = field !== undefined && ordered.has(expressionType(field).kind)
  return isOrdered ? ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'isEmpty', 'notEmpty'] : plain
}

export const needsValue = (operator: MatchOperator): boolean =>
  operator !== 'isEmpty' && operator !== 'notEmpty'

/** Fields whose values a search can show. */
export const shownBySearch = (index: DefinitionIndex, form: string): readonly Field[] =>
  index.fieldsOf(form).filter((field) => resultLooks(field) !== undefined)

/** Fields that records can be found by. */
export const matchedBySearch = (index: DefinitionIndex, form: string): readonly Field[] => [
  ...index.fieldsOf(form).filter(({ type }) => type !== 'lineItems' && type !== 'attachment'),
  ...['owner', 'created_at'].flatMap((key) => systemFields.get(key) ?? []),
]

/** What sorts the records, so that the first of them counts. */
export const sortsSearch = (index: DefinitionIndex, form: string): readonly Field[] =>
  matchedBySearch(index, form).filter((field) =>
    [...ordered, 'text', 'boolean'].includes(expressionType(field).kind),
  )

export interface OwnValue {
  readonly value: Expression
  readonly name: string
  readonly label: string
}

/** Values of the record itself that a field of the other form can be compared with. */
export function ownValues(
  index: DefinitionIndex,
  place: Place,
  compared: Field,
  words: { readonly locale: Locale; readonly self: string },
): readonly OwnValue[] {
  const type = expressionType(compared)
  const wanted = type.kind === 'list' ? type.of : type
  const own = index
    .fieldsOf(place.form, place.lineItems)
    .filter((field) => field.type !== 'lineItems' && fits(expressionType(field), wanted))
    .map((field) => ({ name: field.key, label: localize(field.label, words.locale) || field.key }))
  const isSelf = place.lineItems === undefined && wanted.kind === 'record' && wanted.form === place.form
  return [...(isSelf ? [{ name: 'id', label: words.self }] : []), ...own].map((one) => ({
    ...one,
    value: { var: one.name },
  }))
}

/** The first search that makes sense in a form: it finds a record by something both have. */
export function firstSearch(
  index: DefinitionIndex,
  place: Place,
  form: string,
): FieldChanges<LookupField> | undefined {
  const [shown] = shownBySearch(index, form)
  const pairs = matchedBySearch(index, form).flatMap((field) => {
    const [own] = ownValues(index, place, field, { locale: 'en', self: '' })
    return own === undefined ? [] : [{ field: field.key, operator: 'eq' as const, value: own.value }]
  })
  const isRelated = ({ field }: { readonly field: string }) =>
    index.field(form, field)?.field.type === 'relation'
  const where = pairs.find(isRelated) ?? pairs[0]
  if (shown === undefined || where === undefined) return undefined
  return searchChanges(index, { form, field: shown.key, where: [where] })
}

/** The properties of a lookup that shows what a search finds. */
export function searchChanges(
  index: DefinitionIndex,
  find: RecordSearch,
): FieldChanges<LookupField> | undefined {
  const shown = index.field(find.form, find.field)?.field
  const looks = shown && resultLooks(shown)
  const none = { path: undefined, resultForm: undefined, scale: undefined, currency: undefined }
  return looks && { ...none, ...looks, find }
}
