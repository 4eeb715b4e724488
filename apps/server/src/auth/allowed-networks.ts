import { BlockList, isIPv4, isIPv6 } from 'node:net'

interface Network {
  readonly address: string
  readonly bits: number
  readonly family: 'ipv4' | 'ipv6'
}

function readNetwork(text: string): Network | undefined {
  const [address = '', length, ...more] = text.split('/')
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) && !address.includes('%') ? 'ipv6' : undefined
  if (family === undefined || more.length > 0) return undefined
  const longest = family === 'ipv4' ? 32 : 128
  if (length === undefined) return { address, bits: longest, family }
  const bits = /^\d{1,3}$/.test(length) ? Number(length) : -1
  return bits >= 0 && bits <= longest ? { address, bits, family } : undefined
}

/** An address or a network such as "203.0.113.0/24". */
export const isNetwork = (text: string): boolean => readNetwork(text) !== undefined

/** Whether an address belongs to one of the networks; a list without entries allows every address. */
export function isAllowedFrom(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true
  const list = new BlockList()
  for (const { address: base, bits, family } of networks.flatMap((text) => readNetwork(text) ?? []))
    list.addSubnet(base, bits, family)
  const plain = address.split('%')[0] ?? address
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}
