import { expect, test } from 'vitest'
import { checkedAddress, HostRefused, isPublic } from './outgoing.ts'

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:10.0.0.1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
])('%s is an address of the internet: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected)
})

test.each([
  ['127.0.0.1', 25],
  ['localhost', 25],
  ['2130706433', 25],
  ['0x7f.1', 25],
  ['[::1]', 25],
  ['169.254.169.254', 25],
  ['93.184.215.14', 22],
])('nothing is sent to %s:%i', async (host, port) => {
  await expect(checkedAddress({ networks: [] }, host, port, [25])).rejects.toThrow(HostRefused)
})

test('an allowed network may be called on any port, and no other one', async () => {
  const outgoing = { networks: ['127.0.0.1/32'] }
  expect(await checkedAddress(outgoing, '127.0.0.1', 2526, [25])).toBe('127.0.0.1')
  await expect(checkedAddress(outgoing, '127.0.0.2', 25, [25])).rejects.toThrow(HostRefused)
})
