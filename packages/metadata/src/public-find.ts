import type { Field } from '@pipewright/schemas'

const telling = new Set<Field['type']>(['text', 'phone', 'email', 'number', 'autoNumber'])
const asked = new Set<Field['type']>([...telling, 'date', 'choice'])
const shown = new Set<Field['type']>([
  ...asked,
  'longText',
  'richText',
  'url',
  'money',
  'percent',
  'rating',
  'dateTime',
  'time',
  'duration',
  'yesNo',
  'multiChoice',
  'tags',
  'address',
  'dateRange',
  'location',
  'foreignMoney',
])

/** Whether a stranger can be asked for the value of a field to find a record by it. */
export const canBeAsked = (field: Field): boolean => asked.has(field.type)

/** Whether its value tells one record from most others, so that nobody finds them by trying. */
export const tellsApart = (field: Field): boolean => telling.has(field.type)

/** Whether a stranger who found a record may be shown a field: no files, rows, people or other records. */
export const canBeFound = (field: Field): boolean =>
  field.type === 'formula' || field.type === 'lookup' || field.type === 'rollup'
    ? field.resultType !== 'member' && field.resultType !== 'relation'
    : shown.has(field.type)
