export const unique = {
  title: 'Must not occur twice',
  help: 'Single fields or combinations, such as one visit per account and day. The database itself sees to it.',
  add: 'Add what must not occur twice',
  remove: 'Remove “{{name}}”',
  fields: 'Fields',
  fieldsHelp: 'Together they must differ. Records in which one of them is empty are not compared.',
  ignoreCase: 'Capital and small letters are the same',
  ignoreWidth: 'Full-width and half-width characters are the same',
  when: 'Only among records that',
  whenHelp: 'Uses stored fields of the record itself and plain comparisons.',
  always: 'All records are compared.',
  message: 'Own message',
  rowsTitle: 'Must not occur twice among the rows',
  rowsHelp: 'Single columns or combinations, such as each product once per order.',
  columns: 'Columns',
  columnsHelp:
    'Together they must differ within one record. Rows in which one of them is empty are not compared.',
}
