import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './sealed.ts'

const secret = 'a secret of this server'

test('what is sealed opens with the same secret for the same purpose alone', () => {
  const sealed = seal({ secret, random: randomBytes }, 'mail ws_acme', '密码 pass')
  expect(sealed).not.toContain('pass')
  expect(unseal(secret, 'mail ws_acme', sealed)).toBe('密码 pass')
  expect(unseal(secret, 'mail ws_other', sealed)).toBeUndefined()
  expect(unseal('another secret', 'mail ws_acme', sealed)).toBeUndefined()
  expect(unseal(secret, 'mail ws_acme', 'AAAA')).toBeUndefined()
})
