import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('what is asked for later waits for what is under way, also where that fails', async () => {
  const told: string[] = []
  const turn = inTurn()
  const { promise, reject } = Promise.withResolvers<never>()
  const first = turn(() => promise.finally(() => told.push('first')))
  const second = turn(async () => told.push('second'))
  reject(new Error('no room'))
  await expect(first).rejects.toThrow('no room')
  await second
  expect(told).toEqual(['first', 'second'])
})
