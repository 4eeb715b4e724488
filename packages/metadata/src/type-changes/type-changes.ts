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
  ],
  longText: ['text'],
  richText: [],
  number: ['text', 'money', 'percent'],
  money: ['number', 'text'],
  percent: ['number', 'text'],
  rating: ['number', 'text'],
  date: ['dateTime', 'text'],
  dateTime: ['date', 'text'],
  time: ['text'],
  duration: ['text'],
  yesNo: ['choice', 'text'],
  choice: ['multiChoice', 'text'],
  multiChoice: ['tags', 'text'],
  tags: ['text'],
  email: ['text'],
  phone: ['text'],
  address: [],
  dateRange: [],
  location: [],
  foreignMoney: [],
  url: ['text'],
  autoNumber: [],
  member: [],
  members: [],
  department: [],
  departments: [],
  relation: [],
  relations: [],
  anyRelation: [],
  lineItems: [],
  attachment: [],
  formula: [],
  lookup: [],
  rollup: [],
}

const hasText = (type: Type): boolean => typeChanges[type].length > 0

/**
 * Whether values of one type can become those of another at all. More than what is offered, so that a change can be taken
 * back and two changes of a draft in a row are one change of the tables.
 */
export const isConvertible = (from: Type, to: Type): boolean => from !== to && hasText(from) && hasText(to)
