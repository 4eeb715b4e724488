import type { Field } from '@pipewright/schemas'

type Type = Field['type']

/**
 * Into which types a field may be changed: those for which many of its values mean something. What does not convert is
 * kept beside the new value, so a change can be taken back whole.
 */
export const typeChanges: { readonly [T in Type]: readonly Type[] } = {
  text: [
    'longText',
    'number',
    'money',
    'percent',
    'date',
    'dateTime',
    'choice',
    'yesNo',
    'tags',
    'email',
    'phone',
    'url',
    'richText',
    'address',
    'dateRange',
    'location',
    'foreignMoney',
  ],
  longText: ['richText', 'address', 'text'],
  richText: ['longText', 'text'],
  number: ['text', 'money', 'percent'],
  money: ['number', 'foreignMoney', 'text'],
  percent: ['number', 'text'],
  rating: ['number', 'text'],
  date: ['dateTime', 'dateRange', 'text'],
  dateTime: ['date', 'text'],
  time: ['text'],
  duration: ['text'],
  yesNo: ['choice', 'text'],
  choice: ['multiChoice', 'text'],
  multiChoice: ['tags', 'text'],
  tags: ['text'],
  email: ['text'],
  phone: ['text'],
  address: ['text', 'longText'],
  dateRange: ['date', 'text'],
  location: ['text'],
  foreignMoney: ['money', 'text'],
  url: ['text'],
  autoNumber: [],
  member: [],
  members: [],
  department: [],
  departments: [],
  relation: ['anyRelation'],
  relations: [],
  anyRelation: ['relation'],
  lineItems: [],
  attachment: [],
  formula: [],
  lookup: [],
  rollup: [],
}

/** Types whose values can be written in words and read again. */
const hasText = (type: Type): boolean => type === 'text' || typeChanges[type].includes('text')

const toOneRecord: ReadonlySet<Type> = new Set<Type>(['relation', 'anyRelation'])

/**
 * Whether values of one type can become those of another at all. More than what is offered, so that a change can be taken
 * back and two changes of a draft in a row are one change of the tables.
 */
export const isConvertible = (from: Type, to: Type): boolean =>
  from !== to && ((hasText(from) && hasText(to)) || (toOneRecord.has(from) && toOneRecord.has(to)))
