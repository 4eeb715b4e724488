export const pages = {
  title: 'Tabs',
  help: 'A long form can be spread over tabs. Add two, then say for each section where it stands.',
  name: 'Name of the tab',
  new: 'Tab {{position}}',
  add: 'Add tab',
  up: 'Move {{name}} forward',
  down: 'Move {{name}} back',
  remove: 'Remove {{name}}',
  steps: 'New records step by step',
  stepsHelp: 'Each tab is checked before the next one opens.',
  empty: 'No section stands on this tab yet, so people do not see it. Select a section and choose this tab.',
  section: 'Stands on the tab',
}
