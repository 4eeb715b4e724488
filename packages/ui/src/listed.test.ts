import { expect, it } from 'vitest'
import { listed } from './listed.ts'

it.each([
  ['en', 'names', 'Name, Stage'],
  ['zh', 'names', 'Name、Stage'],
  ['en', 'parts', 'Name, Stage'],
  ['zh', 'parts', 'Name，Stage'],
  ['en', 'sentences', 'Name; Stage'],
  ['zh', 'sentences', 'Name；Stage'],
] as const)('sets between %s %s what the language sets there', (locale, kind, said) => {
  expect(listed(['Name', 'Stage'], locale, kind)).toBe(said)
})
