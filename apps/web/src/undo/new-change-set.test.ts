import { expect, test } from 'vitest'
import { newChangeSet } from './new-change-set.ts'

test('ids are UUIDv7 and come in the order in which they were made, also within a millisecond', () => {
  const ids = [5, 5, 5, 4, 6].map((past) => newChangeSet(1_800_000_000_000 + past))
  expect(ids.toSorted()).toEqual(ids)
  expect(
    ids.filter((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toEqual(ids)
})
