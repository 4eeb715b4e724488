export const moment = {
  move: 'Move “{{title}}”',
  moveTo: 'Move to a date…',
  noDate: 'no date',
  inSight_one: '{{count}} record from {{from}} to {{until}}',
  inSight_other: '{{count}} records from {{from}} to {{until}}',
  unscheduled: 'Not scheduled',
  unscheduledCount: 'Not scheduled: {{count}}',
  closeTray: 'Close what is not scheduled',
  drop: 'Drag a record onto a day, or choose its date.',
  more: 'Show more',
  new: 'New {{form}}',
  draw: 'Drag over the days to begin one',
  keys: 'Enter opens the record. The up and down arrows lead to other lines, left and right scroll. Shift with left and right moves the record; with Alt as well its end is carried. M asks for the date.',
  moveKeys:
    'Enter opens the record. The up and down arrows lead to other lines, left and right scroll. Shift with left and right moves the record. M asks for the date.',
}
