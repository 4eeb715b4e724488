export const navigation = {
  appName: 'Name of the app',
  currency: 'Currency of the workspace',
  currencyHelp:
    'New amounts begin in it: fields you add, forms made from a table, fields added through the API. Fields that exist keep their own currency, so nothing that was entered changes.',
  currencyUsed: 'Fields keep counting in {{list}}.',
  groupLabel: 'Name of the group',
  add: 'Add a form or dashboard',
  addGroup: 'Add group',
  remove: 'Remove {{name}}',
}
