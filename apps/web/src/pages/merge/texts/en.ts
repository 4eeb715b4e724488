export const en = {
  title: 'Merge {{count}} records',
  go: 'Merge',
  stays: 'This record stays',
  changedAt: 'Changed {{at}}',
  hint: 'Choose which record stays and which values it keeps. The others go to the recycle bin. You can undo all of it.',
  together: 'Put together',
  same: 'The records have the same in every field you may change.',
  sameIn: 'The same in all: {{fields}}',
  filled: 'Filled in from the others',
  moves: 'Goes over to “{{title}}”: {{what}}.',
  movesNothing: 'No related records, comments or tasks that you can see go over.',
  movesAlso:
    'What you may not see, unread notifications, followers and shares go over as well, so that nothing leads to the recycle bin.',
  comments_one: '{{count}} comment',
  comments_other: '{{count}} comments',
  tasks_one: '{{count}} task',
  tasks_other: '{{count}} tasks',
  merged: 'Merged into “{{title}}”.',
  mayNotKeep: 'You may not change “{{title}}”, so it cannot be the one that stays.',
  mayNotDelete: 'You may not delete “{{title}}”, so it can only be merged as the one that stays.',
  isLocked: '“{{title}}” is being approved and cannot be merged now.',
  gone: 'One of these records is in the recycle bin by now.',
} as const

export type MergeTexts = { readonly [K in keyof typeof en]: string }
