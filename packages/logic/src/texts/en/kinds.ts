/** What kinds of values are called in problems. */
export const kinds = {
  text: 'text',
  number: 'a number',
  boolean: 'a condition',
  date: 'a date',
  dateTime: 'a date and time',
  time: 'a time of day',
  moment: 'a date or a date and time',
  scalar: 'a single value',
  list: 'a list',
  address: 'an address',
  dateRange: 'a date range',
  location: 'a location',
  foreignMoney: 'an amount with a currency',
  record: 'a record',
  null: 'nothing',
  any: 'any value',
}
