export const cells = {
  cellsCopied_one: 'One cell copied.',
  cellsCopied_other: '{{count}} cells copied.',
  cellsChanged_one: 'One record changed.',
  cellsChanged_other: '{{count}} records changed.',
  cellsChecking: 'Checking {{done}} of {{count}} records …',
  cellsWriting: 'Changing {{done}} of {{count}} records …',
  cellsNone: 'None of these cells can be changed.',
  cellsRefused: 'Not all of it can be changed',
  cellsRefusedRows_one: 'One record cannot be changed like this; nothing of it would be written:',
  cellsRefusedRows_other: '{{count}} records cannot be changed like this; nothing of them would be written:',
  cellsBeyond_one: 'One row lies beyond the last one loaded. Scroll down to load more, then paste again.',
  cellsBeyond_other:
    '{{count}} rows lie beyond the last one loaded. Scroll down to load more, then paste again.',
  cellsOnlyGood_one: 'Change the other record',
  cellsOnlyGood_other: 'Change the other {{count}} records',
  cellsNothing: 'Change nothing',
}
