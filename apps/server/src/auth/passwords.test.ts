import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { checkPassword, hashPassword, isOutdated, passwordFault } from './passwords.ts'

test('AN-01: passwords are argon2id with at least 19 MiB, two passes and one lane', async () => {
  expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('AN-01: eight to 128 characters, counted as people count', () => {
  expect(passwordFault('1234567')?.code).toBe('too-short')
  expect(passwordFault('😀'.repeat(8))).toBeUndefined()
  expect(passwordFault('😀'.repeat(128))).toBeUndefined()
  expect(passwordFault('a'.repeat(129))?.code).toBe('too-long')
})

test('AN-01: nothing is cut off silently', async () => {
  const long = 'a'.repeat(127)
  const hashed = await hashPassword(`${long}b`)
  expect(await checkPassword(hashed, `${long}c`)).toBe(false)
  expect(await checkPassword(hashed, `${long}b`)).toBe(true)
})

test('AN-01: the same characters in another form are the same password', async () => {
  const hashed = await hashPassword('Ｐässword１')
  expect(await checkPassword(hashed, 'Pa\u0308ssword1')).toBe(true)
})

test('AN-01: a hash of lower cost is told as outdated', async () => {
  expect(isOutdated(await hash('correct horse', { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(
    true,
  )
  expect(isOutdated(await hashPassword('correct horse'))).toBe(false)
})

test('AN-02: without an account the answer is no', async () => {
  expect(await checkPassword(undefined, 'nobody has this password')).toBe(false)
})
