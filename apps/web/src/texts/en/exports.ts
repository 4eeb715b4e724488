export const exportTexts = {
  exportsPage: 'My exports',
  exportStarted: 'The file is being made',
  exportStartedHint: 'It has many records. You will be told when it is ready, and may go on meanwhile.',
  exportsNone: 'No exports yet',
  exportsNoneHint: 'Files of more than 20,000 records are made in the background and kept here for 7 days.',
  exportRunning: '{{done}} of {{of}} records',
  exportWaiting: 'Waiting for its turn',
  exportDone: '{{count}} records, kept until {{until}}',
  exportFetch: 'Download {{name}}',
  exportFetchShort: 'Download',
  exportStop: 'Cancel {{name}}',
  exportDrop: 'Delete {{name}}',
}
