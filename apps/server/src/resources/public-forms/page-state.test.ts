import type { PublicForm } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { pageState, type PageFacts } from './page-state.ts'

const page: PublicForm = { key: 'page', label: { en: 'Page' }, fields: [{ field: 'name' }] }
const facts: PageFacts = {
  now: '2026-11-27T10:00:00.000Z',
  open: true,
  taken: 3,
  answered: false,
  locked: false,
}

test.each<[string, Partial<PublicForm>, Partial<PageFacts>, string]>([
  ['nothing stands in the way', {}, {}, 'open'],
  ['it was paused', {}, { open: false }, 'paused'],
  ['it opens later', { opensAt: '2026-11-27T10:00:01Z' }, {}, 'early'],
  ['it opens at this moment', { opensAt: '2026-11-27T10:00:00Z' }, {}, 'open'],
  ['it closes at this moment', { closesAt: '2026-11-27T10:00:00Z' }, {}, 'late'],
  ['it closes later', { closesAt: '2026-11-27T10:00:00.001Z' }, {}, 'open'],
  ['all places are taken', { quota: 3 }, {}, 'full'],
  ['a place is left', { quota: 4 }, {}, 'open'],
  ['this browser has answered and may once', { oncePerDevice: true }, { answered: true }, 'answered'],
  ['this browser has answered and may again', {}, { answered: true }, 'open'],
  ['the password is missing', {}, { locked: true }, 'password'],
  ['it is over, whatever the password', { closesAt: '2026-01-01T00:00:00Z' }, { locked: true }, 'late'],
])('says of a page where %s: %#', (_, own, given, state) => {
  expect(pageState({ ...page, ...own }, { ...facts, ...given })).toBe(state)
})
