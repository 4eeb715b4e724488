export const chart = {
  asTable: 'Show as table',
  asChart: 'Show as chart',
  total: 'Total',
  none: 'None',
  empty: 'No figures yet',
  emptyText: 'As soon as records match this report, they appear here.',
  more: 'Only the first {{count}} groups are shown.',
  open: 'Open the records of {{group}}',
  group: 'Group',
  loading: 'Loading figures…',
  share: '{{share}} of the first step',
}
