export const navigation = {
  appName: 'Name of the app',
  groupLabel: 'Name of the group',
  add: 'Add a form or dashboard',
  addGroup: 'Add group',
  remove: 'Remove {{name}}',
}
