export const value = {
  yes: 'Yes',
  no: 'No',
  empty: 'Empty',
  about: 'about {{count}}',
  unknown: 'Not visible to you',
  loading: 'Loading…',
  rows_one: '{{count}} row',
  rows_other: '{{count}} rows',
  files_one: '{{count}} file',
  files_other: '{{count}} files',
}
