import type { Field } from '@pipewright/schemas'
import {
  isGroupable,
  isOrdered,
  isSearchable,
  isSortable,
  isSummable,
  isWritable,
  valueKindOf,
} from '../field-value.ts'
import { peopleFormOf } from '../people-form.ts'
import { placeableSystemFields } from '../system-fields.ts'
import type { FoundField } from '../find-field.ts'
import { isPart, partsOf } from '../field-parts.ts'
import { canBeAsked, canBeFound } from '../public-find.ts'
import { resultLooks } from '../result-looks.ts'

const settableSystemFields = new Set(['owner', 'department'])
const lookedUpSystemFields = new Set(['owner', 'created_at', 'created_by'])
const isOwn = ({ hops }: FoundField): boolean => hops.length === 0
const isWithin = ({ hops, field }: FoundField): boolean =>
  hops.length === 0 || (hops.length === 1 && isPart(field))
const isOneValue = ({ list, field }: FoundField): boolean => !list && field.type !== 'lineItems'
const isDate = (field: Field): boolean => ['date', 'dateTime'].includes(valueKindOf(field))

/** To fill these in, people would have to see other records or who works here; of line items, in every column. */
export const reachesOutside = (field: Field): boolean =>
  valueKindOf(field) === 'record' || (field.type === 'lineItems' && field.fields.every(reachesOutside))

const isCounted = (found: FoundField): boolean =>
  isOneValue(found) &&
  !found.system &&
  resultLooks(found.field) !== undefined &&
  valueKindOf(found.field) !== 'list'

const incomparable: ReadonlySet<string> = new Set(['list', 'rows'])
const isComparable = ({ field }: FoundField): boolean => !incomparable.has(valueKindOf(field))

/** In the form itself, in its rows, or in the rows inside them. */
const isInRecord = ({ hops }: FoundField): boolean => hops.every((hop) => hop.field.type === 'lineItems')

/** In the form itself or in its rows. */
const isInForm = ({ hops }: FoundField): boolean =>
  hops.length < 2 && hops.every((hop) => hop.field.type === 'lineItems')

/** What a place asks of the field it names. */
const tests = {
  any: () => true,
  /** One value per record, so that it can be a column. */
  oneValue: isOneValue,
  sortable: (found) => isOneValue(found) && isSortable(found.field),
  groupable: (found) => isOneValue(found) && (isGroupable(found.field) || found.system),
  dateGroup: (found) => isOneValue(found) && isDate(found.field),
  /** A field of the type of its values can show it. */
  shown: (found) => isOneValue(found) && !found.system && resultLooks(found.field) !== undefined,
  /** Has one value at a time, of which different ones can be told apart. */
  counted: (found) => isCounted(found),
  /** Its values can stand one behind the other. */
  listed: (found) => isCounted(found) && !['record', 'boolean'].includes(valueKindOf(found.field)),
  number: (found) => isOneValue(found) && isSummable(found.field),
  ordered: (found) => isOneValue(found) && isOrdered(found.field),
  own: (found) => isOwn(found) && !found.system,
  /** A field of its own, or the record itself. */
  taken: (found) => isOwn(found) && (!found.system || found.field.key === 'id'),
  /** Can stand on a form: a field of its own, or one that every record has by itself. */
  placeable: (found) => isOwn(found) && (!found.system || placeableSystemFields.has(found.field.key)),
  ownNumber: (found) => isWithin(found) && isOneValue(found) && isSummable(found.field),
  /** A short value somebody gives, that can be part of a number. */
  numbering: (found) =>
    isOwn(found) && !found.system && ['text', 'choice', 'number', 'date'].includes(found.field.type),
  ownChoice: (found) => isOwn(found) && found.field.type === 'choice',
  /** Has few values, each of which can be a column of records. */
  viewGroup: (found) =>
    isOwn(found) && ['choice', 'yesNo', 'member', 'department', 'relation'].includes(found.field.type),
  /** Says when: a day, a moment, or a period. */
  viewMoment: (found) => isOwn(found) && (isDate(found.field) || found.field.type === 'dateRange'),
  viewEnd: (found) => isOwn(found) && isDate(found.field),
  ownFiles: (found) => isOwn(found) && found.field.type === 'attachment',
  options: (found) => isOwn(found) && ['choice', 'multiChoice'].includes(found.field.type),
  ownPeople: (found) => isOwn(found) && !found.system && peopleFormOf(found.field) === '_member',
  ownLocation: (found) => isOwn(found) && found.field.type === 'location',
  ownDay: (found) => isOwn(found) && found.field.type === 'date',
  ownLineItems: (found) => isOwn(found) && found.field.type === 'lineItems',
  ownLinks: (found) => isOwn(found) && found.field.type === 'relations',
  /** Can name a record in one line. */
  title: (found) =>
    isOwn(found) &&
    !found.system &&
    ['text', 'number', 'date', 'dateTime', 'time'].includes(valueKindOf(found.field)),
  searchable: (found) => isOwn(found) && !found.system && isSearchable(found.field),
  matchable: (found) => isOwn(found) && !found.system && isOneValue(found) && isSortable(found.field),
  /** One value somebody gives, that can be held against others. */
  uniquePart: (found) => isOwn(found) && !found.system && isWritable(found.field) && isComparable(found),
  /** One plain value of a row that somebody gives, that can be held against those of other rows. */
  uniqueColumn: (found) =>
    isOwn(found) &&
    !found.system &&
    isWritable(found.field) &&
    isComparable(found) &&
    partsOf(found.field).length === 0,
  /** A field of the form itself or a column of its line items. */
  editable: (found) => !found.system && isInForm(found),
  inForm: isInRecord,
  /** A field or column that a rule can act on, of rows inside rows too. */
  ruled: (found) => !found.system && isInRecord(found),
  /** Line items of the form, or those inside their rows. */
  ownRows: (found) => found.field.type === 'lineItems' && isInRecord(found),
  /** A field or column that a rule can fill. */
  ruledValue: (found) =>
    !found.system && isWritable(found.field) && found.field.type !== 'lineItems' && isInRecord(found),
  /** Lies behind relations, and a field of the type of its values can show it. */
  lookedUp: (found) =>
    found.hops.length > 0 &&
    (found.hops[0]?.field.type === 'relation' || found.hops[0]?.field.type === 'anyRelation') &&
    found.hops.every((hop) => hop.field.type === 'relation' || partsOf(hop.field).length > 0) &&
    (found.system ? lookedUpSystemFields.has(found.field.key) : resultLooks(found.field) !== undefined),
  settable: (found) =>
    isOwn(found) &&
    !(found.field.type === 'lineItems' && found.lineItems !== undefined) &&
    (found.system ? settableSystemFields.has(found.field.key) : isWritable(found.field)),
  filledIn: (found) => isOwn(found) && !found.system && isWritable(found.field),
  /** A field of its own that somebody fills in with one value. */
  startable: (found) =>
    isOwn(found) &&
    !found.system &&
    isWritable(found.field) &&
    found.field.type !== 'lineItems' &&
    found.field.type !== 'attachment',
  /** Strangers can fill it in without seeing anything else. */
  publicField: (found) =>
    isOwn(found) && !found.system && isWritable(found.field) && !reachesOutside(found.field),
  /** A stranger who finds a record may read it. */
  publicShown: (found) => isOwn(found) && !found.system && canBeFound(found.field),
  /** A stranger can give it to find a record. */
  publicAsked: (found) => isOwn(found) && !found.system && canBeAsked(found.field),
  publicText: (found) => isOwn(found) && !found.system && ['text', 'longText'].includes(found.field.type),
  /** A field of the form or a column of its line items that can be filled. */
  settableHere: (found) =>
    !found.system && isWritable(found.field) && found.field.type !== 'lineItems' && isInForm(found),
  /** Has options: a choice of one or of many, also in line items. */
  optionField: (found) =>
    isInRecord(found) && (found.field.type === 'choice' || found.field.type === 'multiChoice'),
} satisfies Record<string, (found: FoundField) => boolean>

/** `relationTo` asks for a relation field that points to that form, to one record or (`many`) to any number. */
export type Expectation = keyof typeof tests | { relationTo: string; many?: true }

/** A field of the form itself, or the part of one that can name records of several forms. */
const isOwnRelation = ({ hops }: FoundField): boolean =>
  hops.length === 0 || (hops.length === 1 && hops[0]?.field.type === 'anyRelation')

export function meets(found: FoundField, expects: Expectation): boolean {
  if (typeof expects === 'string') return tests[expects](found)
  const { field } = found
  const isRelation = field.type === 'relation' || (expects.many === true && field.type === 'relations')
  return isOwnRelation(found) && isRelation && field.form === expects.relationTo
}

export type ExpectationName = keyof typeof tests | 'relationTo'

export const expectationName = (expects: Expectation): ExpectationName =>
  typeof expects === 'string' ? expects : 'relationTo'
