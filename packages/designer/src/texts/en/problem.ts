export const problem = {
  title: 'This change does not fit',
  inUse: 'It is still used here. Change these places first:',
  more_one: 'and {{count}} more place',
  more_other: 'and {{count}} more places',
  understood: 'Got it',
}
