import { expect, it } from 'vitest'
import { endingOf } from './ending-of.ts'

it.each([
  ['done', 0, 'success', 'bulkEnded'],
  ['done', 1, 'warning', 'bulkEndedRefused'],
  ['cancelled', 1, 'warning', 'bulkCancelled'],
  ['failed', 0, 'error', 'bulkFailed'],
] as const)(
  'tells of a change that is %s with %i refused in the tone of %s',
  (state, refused, type, text) => {
    expect(endingOf(state, refused)).toEqual({ type, text })
  },
)
