export const file = {
  show: 'Show {{name}}',
  showAll: 'Show what is attached',
  before: 'Previous file',
  after: 'Next file',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  page: 'Page {{page, number}} of {{count, number}}',
  download: 'Download',
  beginning: 'Only the beginning is shown. Download the file to read all of it.',
  notShown: 'This file cannot be shown here',
  lost: 'The file could not be loaded',
  locked: 'This PDF is protected by a password',
}
