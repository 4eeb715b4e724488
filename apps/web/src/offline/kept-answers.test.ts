import { expect, test } from 'vitest'
import { outdated, type KeptAnswer } from './kept-answers.ts'

const day = 24 * 3600_000
const now = Date.parse('2026-01-20T00:00:00.000Z')
const kept = (key: string, at: number, bytes = 10): KeptAnswer => ({
  key,
  owner: 'me',
  workspace: 'acme',
  route: 'getRecord',
  answer: {},
  bytes,
  at,
})

test('what is older than two weeks goes, and of the rest the oldest beyond the room there is', () => {
  const large = 10 * 1024 * 1024
  const answers = [
    kept('old', now - 15 * day),
    kept('third', now - 3 * day, large),
    kept('second', now - 2 * day, large),
    kept('first', now - day, large),
  ]
  expect([...outdated(answers, now)].sort()).toEqual(['old', 'third'])
  expect(outdated([kept('new', now)], now).size).toBe(0)
})
