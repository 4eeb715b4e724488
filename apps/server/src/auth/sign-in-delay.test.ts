import { expect, test } from 'vitest'
import { createSignInDelay } from './sign-in-delay.ts'

function delayAt(start = 0) {
  const time = { now: start }
  const delay = createSignInDelay(() => time.now)
  const fail = (times: number, account: string, network: string) => {
    const waits = Array.from({ length: times }, () => delay.attempt(account, network))
    return waits.at(-1)
  }
  return { time, delay, fail }
}

test('AN-08: ten failures are free, then the delay grows', () => {
  const { time, fail } = delayAt()
  expect(fail(11, 'ada', '1.1.1.1')).toBe(0)
  expect(fail(1, 'ada', '1.1.1.1')).toBe(1)
  time.now += 1000
  expect(fail(1, 'ada', '1.1.1.1')).toBe(0)
  expect(fail(1, 'ada', '1.1.1.1')).toBe(2)
})

test('AN-08: an account is held up from every network, a network for every account', () => {
  const { delay } = delayAt()
  for (let n = 0; n < 11; n++) delay.attempt('ada', `1.1.1.${n}`)
  expect(delay.attempt('ada', '2.2.2.2')).toBeGreaterThan(0)
  for (let n = 0; n < 11; n++) delay.attempt(`bob${n}`, '3.3.3.3')
  expect(delay.attempt('cid', '3.3.3.3')).toBeGreaterThan(0)
})

test('AN-08: nobody can lock out a person who signed in from her own network before', () => {
  const { delay } = delayAt()
  delay.succeeded('ada', '9.9.9.9')
  for (let n = 0; n < 60; n++) delay.attempt('ada', `1.1.1.${n}`)
  expect(delay.attempt('ada', '1.1.2.1')).toBeGreaterThan(0)
  expect(delay.attempt('ada', '9.9.9.9')).toBe(0)
})

test('AN-08: a success does not clear what the network did to others', () => {
  const { delay } = delayAt()
  for (let n = 0; n < 11; n++) {
    delay.attempt(`victim${n}`, '1.1.1.1')
    delay.succeeded('mallory', '1.1.1.1')
  }
  expect(delay.attempt('another', '1.1.1.1')).toBeGreaterThan(0)
  expect(delay.attempt('mallory', '1.1.1.1')).toBe(0)
})

test('AN-08: no delay lasts for ever', () => {
  const { time, fail, delay } = delayAt()
  for (let n = 0; n < 40; n++) {
    fail(1, 'ada', '1.1.1.1')
    time.now += 10_000
  }
  expect(delay.attempt('ada', '1.1.1.1')).toBeLessThanOrEqual(15 * 60)
  time.now += 15 * 60_000
  expect(delay.attempt('ada', '1.1.1.1')).toBe(0)
})
