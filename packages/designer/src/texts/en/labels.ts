export const labels = {
  title: 'Labels',
  place: 'Labels of fields stand',
  above: 'Above',
  beside: 'Beside',
  help: 'Beside where there is room for it. On a phone and in narrow columns they always stand above.',
}
