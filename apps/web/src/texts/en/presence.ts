export const presence = {
  presence: 'Also here now',
  presenceReads: '{{name}} is looking at this',
  presenceEdits: '{{name}} is editing',
  presenceManyEdit_one: '{{name}} and {{count}} other are editing',
  presenceManyEdit_other: '{{name}} and {{count}} others are editing',
  presenceSomebody: 'Somebody',
  recordFiles: 'Files',
  recordFilesNone: 'Nothing is attached yet.',
  downloadFile: 'Download {{name}}',
  recordTasksMore: 'The first {{count}} are shown.',
  presenceJoin: ', ',
}
