import { expect, test } from 'vitest'
import { arrangeFavourites } from './arrange-favourites.ts'

test.each([
  ['a new one comes last, once', ['a'], { add: ['b', 'a'] }, ['a', 'b']],
  ['one goes', ['a', 'b'], { remove: ['a'] }, ['b']],
  [
    'an order holds for what it names; the rest stands behind',
    ['a', 'b', 'c'],
    { order: ['c', 'x', 'a'] },
    ['c', 'a', 'b'],
  ],
])('%s', (_, known, change, after) => {
  expect(arrangeFavourites(known, change)).toEqual(after)
})
