export const page = {
  title: 'Designer',
  palette: 'Field types',
  properties: 'Properties',
  add: 'Add a field',
}
