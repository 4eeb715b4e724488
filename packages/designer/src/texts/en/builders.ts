export const builders = {
  label: 'Also designing now',
  at: '{{name}} is at {{place}}',
  somebody: 'Somebody',
  somewhere: 'another part of the app',
  noChanges: 'No changes that are not published',
  changes_one: '{{count}} change that is not published yet:',
  changes_other: '{{count}} changes that are not published yet:',
  published: 'Somebody else has published revision {{revision}}. Your changes can be put on top of it.',
  take: 'Take it over',
  conflicts: 'Both of you changed this. Your version stays; please look at:',
}
