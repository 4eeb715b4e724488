export const cell = {
  editor: '{{column}} of {{title}}',
  elsewhere: 'This value belongs to another record. Change it there.',
  calculated: 'This is calculated and follows from other values.',
  system: 'The system keeps this itself.',
  noRight: 'You have no right to change this.',
  approval: 'An approval of this record is under way. It can be changed again after the decision.',
  deleted: 'This record is in the recycle bin. Restore it to change it.',
  openRecord: 'Open the record to change this.',
  lockedBy: 'The rule “{{rule}}” locks this.',
  hidden: 'This is not asked for in this record.',
  fill: 'Fill the cells below',
  lost: 'This could not be loaded. Check the connection and try again.',
}
