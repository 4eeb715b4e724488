import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newLink, shownToken } from './link-token.ts'
import { hashToken } from './session-token.ts'

const random = (bytes: number) => randomBytes(bytes)

test('AZ-12: a link is shown again from its seed and the secret, and is not in what is stored', () => {
  const stored = newLink('secret one', random)
  const token = shownToken('secret one', stored)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(hashToken(token ?? '')).toBe(stored.tokenHash)
  expect(JSON.stringify(stored)).not.toContain(token)
})

test.each([
  ['under another secret', 'secret two', {}],
  ['without a seed', 'secret one', { seed: null }],
  ['with the seed of another link', 'secret one', { seed: newLink('secret one', random).seed }],
])('a link %s is not shown, rather than a wrong one', (_, secret, change) => {
  expect(shownToken(secret, { ...newLink('secret one', random), ...change })).toBeUndefined()
})

test('two links are never the same', () => {
  const tokens = Array.from({ length: 20 }, () => shownToken('s', newLink('s', random)))
  expect(new Set(tokens).size).toBe(20)
})
