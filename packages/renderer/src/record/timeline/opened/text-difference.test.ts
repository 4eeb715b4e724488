import { expect, test } from 'vitest'
import { textDifference } from './text-difference.ts'

const told = (old: string, now: string, locale: 'en' | 'zh' = 'en') =>
  textDifference(old, now, locale)?.map(({ kind, text }) => `${kind[0]}${text}`) ?? null

test.each([
  ['ships on Monday from Hamburg', 'ships on Friday from Hamburg', 'en'],
  ['预计周一从上海发货', '预计周五从上海发货', 'zh'],
] as const)('what changed between "%s" and "%s" is marked, and nothing is lost', (old, now, locale) => {
  const parts = textDifference(old, now, locale) ?? []
  const without = (kind: string) =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join('')
  expect(without('added')).toBe(old)
  expect(without('removed')).toBe(now)
  expect(parts.some(({ kind, text }) => kind === 'same' && text.length > 3)).toBe(true)
})

test('texts that have next to nothing in common are not mixed', () => {
  expect(told('one two three', 'completely different words here')).toBeNull()
  expect(told('same', 'same')).toEqual(['ssame'])
})
