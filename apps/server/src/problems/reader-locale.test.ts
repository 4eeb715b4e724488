import { expect, test } from 'vitest'
import { readerLocale } from './reader-locale.ts'

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', undefined, 'zh'],
  ['en-US,en;q=0.9,zh;q=0.8', 'zh', 'en'],
  ['fr, zh;q=0.3, en;q=0.5', undefined, 'en'],
  ['fr', 'zh', 'zh'],
  ['zh;q=0', undefined, 'en'],
  [undefined, undefined, 'en'],
] as const)('%s of a person who reads %s is answered in %s', (header, account, locale) => {
  expect(readerLocale(header, account)).toBe(locale)
})
