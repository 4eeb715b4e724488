import { expect, test } from 'vitest'
import { changeOf, differing, mergeTask, withChange, type TaskWords } from './task-changes.ts'

const base: TaskWords = {
  title: 'Call',
  assignees: ['ann', 'bob'],
  day: '2026-11-20',
  time: null,
  repeat: null,
  remindBefore: null,
  relative: null,
}
const relative = { field: 'close_date', count: 3, unit: 'days', side: 'before' } as const

test('what is sent of a wish is what it changes, and days go by the date they follow', () => {
  const wish = { ...base, assignees: ['bob', 'ann'], title: 'Ring' }
  expect(differing(base, wish)).toEqual(['title'])
  expect(changeOf(wish, differing(base, wish))).toEqual({ title: 'Ring' })
  const follows = { ...base, day: null, relative }
  expect(changeOf(follows, differing(base, follows))).toEqual({ time: null, relative })
  expect(differing({ ...follows, day: '2026-11-23' }, follows)).toEqual([])
  expect(withChange(base, { title: 'Ring' })).toEqual({ ...base, title: 'Ring' })
})

test.each([
  ['elsewhere in the task', { title: 'Ring' }, { day: '2026-12-01' }, ['title'], []],
  ['the same to the same', { title: 'Ring' }, { title: 'Ring' }, [], []],
  ['the same to something else', { title: 'Ring' }, { title: 'Write' }, ['title'], ['title']],
  ['the day by a date of its record', { day: '2026-11-21' }, { day: null, relative }, ['due'], ['due']],
  [
    'nothing that was changed here',
    { day: '2026-11-21', title: 'Ring' },
    { time: '09:00' },
    ['title', 'due'],
    ['due'],
  ],
] as const)('others changed %s', (_name, change, theirs, mine, contested) => {
  expect(mergeTask(base, change, { ...base, ...theirs })).toEqual({ mine, contested })
})
