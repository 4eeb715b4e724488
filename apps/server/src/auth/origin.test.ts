import { expect, test } from 'vitest'
import { isOurOrigin } from './origin.ts'

const host = 'crm.example:3000'

test.each([
  [{ host, origin: 'http://crm.example:3000' }, true],
  [{ host, 'sec-fetch-site': 'same-origin' }, true],
  [{ host, origin: 'http://crm.example:3000', 'sec-fetch-site': 'cross-site' }, false],
  [{ host, origin: 'http://crm.example' }, false],
  [{ host, origin: 'http://evil.example' }, false],
  [{ host, origin: 'null' }, false],
  [{ host, 'sec-fetch-site': 'same-site' }, false],
  [{ host }, false],
])('AN-09: %j is ours: %s', (headers, ours) => expect(isOurOrigin(headers, [])).toBe(ours))

test('AN-09: with an origin configured, only that one is ours, whatever the host header says', () => {
  expect(isOurOrigin({ host: 'inside', origin: 'https://crm.example' }, ['https://crm.example'])).toBe(true)
  expect(isOurOrigin({ host: 'inside', origin: 'http://inside' }, ['https://crm.example'])).toBe(false)
})
