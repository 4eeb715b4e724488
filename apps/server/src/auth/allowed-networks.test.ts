import { expect, test } from 'vitest'
import { isAllowedFrom, isNetwork } from './allowed-networks.ts'

test.each([
  ['203.0.113.7', true],
  ['203.0.113.0/24', true],
  ['2001:db8::/32', true],
  ['203.0.113.0/33', false],
  ['203.0.113/24', false],
  ['203.0.113.0/24/8', false],
  ['203.0.113.0/-1', false],
  ['::1%eth0', false],
  ['everywhere', false],
  ['', false],
])('AN-05: %j names a network: %s', (text, named) => expect(isNetwork(text)).toBe(named))

test.each([
  [[], '198.51.100.1', true],
  [['203.0.113.0/24'], '203.0.113.9', true],
  [['203.0.113.0/24'], '203.0.114.9', false],
  [['203.0.113.0/24'], '::ffff:203.0.113.9', true],
  [['203.0.113.9', '2001:db8::/32'], '2001:db8:1::5', true],
  [['203.0.113.9', '2001:db8::/32'], '2001:db9::5', false],
  [['0.0.0.0/0'], '2001:db8::1', false],
] as const)('AN-05: of %j, %s is: %s', (networks, address, allowed) =>
  expect(isAllowedFrom(networks, address)).toBe(allowed),
)
